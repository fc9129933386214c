-- a one-use code by which a new chat becomes a local group; only the code's keyed hash is kept, and nobody's name
create table branch_invitation (
    code_print       varchar(32)              not null primary key,
    group_id         bigint                   not null references chat_group (id),
    takes_profession varchar(40),
    takes_department varchar(3),
    expires_at       timestamp with time zone not null
);
create index branch_invitation_of on branch_invitation (group_id);
create index branch_invitation_ends on branch_invitation (expires_at);
