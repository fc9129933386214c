-- groups whose animator wants announcements kept at the top
create table synthesis_pinning (
    group_id bigint not null primary key references chat_group (id) on delete cascade,
    since    timestamp with time zone not null,
    refused  boolean not null default false -- the animator has heard that the right is missing
);

-- the platform's id of the message that is kept at the top, sealed
alter table synthesis_group add column pinned bytea;
