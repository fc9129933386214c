-- Channels where people only ever write to the bot itself: a window, a pace with bursts, receipts, texts put together.

alter table lane add column burst_from timestamp with time zone;                -- when the present burst began
alter table lane add column burst_count int default 0 not null;                 -- messages in it so far
alter table lane add column heard_at timestamp with time zone;                  -- when the person last wrote to the bot
alter table lane add column knocked boolean default false not null;             -- an approved text went out since
alter table lane add column knocked_at timestamp with time zone;                -- when the last one did
alter table lane add column stopped boolean default false not null;             -- the person wants nothing more

alter table outbox add column chatter boolean default false not null;           -- goes after everything else of its lane
alter table outbox add column despite boolean default false not null;           -- goes although the person stopped everything
alter table outbox add column joined bigint;                                    -- id of the first row of the message it was put into
alter table outbox add column message_print varchar(32);                        -- keyed hash of channel and message
alter table outbox add column repeats int default 0 not null;                   -- how many rows it took the place of
alter table outbox add column checks int default 0 not null;                    -- how often the platform was asked whether it has it
alter table outbox add column missed boolean default false not null;            -- the platform said once that it has not
alter table outbox add column asked_at timestamp with time zone;                -- when it was last asked for a receipt
create index outbox_message on outbox (message_print);

-- What the platform told of its messages, also of those whose call has not come back yet.
create table receipt (
    message_print varchar(32) primary key,
    state         varchar(9),                      -- the furthest so far; null: nothing told yet
    code          varchar(100),
    at            timestamp with time zone not null
);
create index receipt_at on receipt (at);

-- What the numbers under the last messages that left for somebody stand for.
create table choice (
    lane          varchar(32) not null,
    message_print varchar(32) not null,            -- keyed hash of channel and message
    number        bigint not null,                 -- of the delivery, in the order of leaving
    body          bytea not null,                  -- labels and commands, sealed
    at            timestamp with time zone not null,
    primary key (lane, message_print)
);
create index choice_at on choice (at);

-- Files the platform fetches under a link nobody can guess; in pieces, since one database takes no longer ones.
create table hosted_file (
    token_print varchar(32) primary key,
    body        bytea not null,                    -- type and name, sealed
    expires_at  timestamp with time zone not null
);
create index hosted_file_expires on hosted_file (expires_at);
create table hosted_file_piece (
    token_print varchar(32) not null references hosted_file (token_print) on delete cascade,
    number      int         not null,
    body        bytea       not null,              -- sealed
    primary key (token_print, number)
);
