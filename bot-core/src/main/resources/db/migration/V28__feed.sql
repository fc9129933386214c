-- what was announced without a title waits until its page has been asked for one
alter table synthesis add column title_wanted boolean default false not null;

-- a feed of syntheses, and how far it was read
create table feed (
    id       uuid                     not null primary key, -- of its address
    tag      varchar(1000),                                 -- by which the server knows the version that was read
    modified varchar(100),
    since    timestamp with time zone not null              -- first read; what it held then is announced by nobody
);

-- its entries that were seen
create table feed_entry (
    feed_id      uuid                     not null references feed (id) on delete cascade,
    id           uuid                     not null, -- of what the feed calls it
    wording      uuid                     not null, -- of what it said
    synthesis_id uuid references synthesis (id) on delete set null,
    seen_at      timestamp with time zone not null, -- last in the feed
    primary key (feed_id, id)
);
