-- the animator's weekly word: which weeks were told, and where nobody wants it
create table digest_week (
    group_id bigint not null references chat_group (id) on delete cascade,
    monday   date   not null,
    constraint digest_week_key primary key (group_id, monday)
);
create table digest_silent (
    group_id bigint not null primary key references chat_group (id) on delete cascade
);
create index synthesis_signal_told on synthesis_signal (told_at);
create index signal_tagged on signal (tagged_at);
