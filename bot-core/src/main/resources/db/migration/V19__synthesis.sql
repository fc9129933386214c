-- what the platform, or a correspondent, gives back to the groups
create table synthesis (
    id           uuid                     not null primary key,
    external_id  varchar(200)             not null,
    title        varchar(300)             not null,
    summary      varchar(2000),
    url          varchar(2048)            not null,
    language     varchar(2)               not null,
    urgent       boolean                  not null,
    at_once      boolean                  not null,
    selected     boolean                  not null, -- for the groups named when it came, else for all
    received_at  timestamp with time zone not null,
    last_group bigint                   not null, -- all groups up to this number have been seen to
    announced_at timestamp with time zone,          -- when the last one was
    constraint synthesis_external unique (external_id)
);
create index synthesis_open on synthesis (announced_at);

-- the groups it was meant for, and whether it is there
create table synthesis_group (
    synthesis_id uuid   not null references synthesis (id) on delete cascade,
    group_id     bigint not null references chat_group (id) on delete cascade,
    status       varchar(8) not null, -- MEANT, PENDING, SENT, FAILED
    settled_at   timestamp with time zone,
    constraint synthesis_group_key primary key (synthesis_id, group_id)
);
create index synthesis_group_of on synthesis_group (group_id);
create index synthesis_group_open on synthesis_group (status);

-- the signals it speaks of
create table synthesis_signal (
    synthesis_id uuid not null references synthesis (id) on delete cascade,
    signal_id    uuid not null references signal (id) on delete cascade,
    told_at      timestamp with time zone,
    constraint synthesis_signal_key primary key (synthesis_id, signal_id)
);
create index synthesis_signal_of on synthesis_signal (signal_id);

-- groups whose animator wants no announcements
create table synthesis_silent (
    group_id bigint not null primary key references chat_group (id) on delete cascade
);
