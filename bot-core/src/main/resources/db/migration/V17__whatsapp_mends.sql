-- why a member cannot be reached, as the name of a Trouble
alter table unreachable_member add column trouble varchar(16) default 'OTHER' not null;

-- the candidate has put the open question off: what is typed answers it no longer
alter table enrolment add column later boolean default false not null;

-- members of relayed groups whose taking part was told, to them and to the others
create table relay_entry (
    group_id  bigint not null references chat_group (id),
    person_id bigint not null,
    primary key (group_id, person_id)
);
create index relay_entry_of on relay_entry (person_id);
insert into relay_entry (group_id, person_id)
    select m.group_id, m.person_id from member m join chat_group g on g.id = m.group_id
    where g.hosting = 'RELAYED' and m.left_at is null and m.charter_version is not null;

-- what was said lately and is not said again at every occasion; a day at most
create table restraint (
    what_print varchar(32)              not null primary key,  -- keyed hash of what, and to whom
    at         timestamp with time zone not null
);
create index restraint_at on restraint (at);
