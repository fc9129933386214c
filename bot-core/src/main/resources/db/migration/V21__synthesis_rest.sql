-- the post to many that a row was made for: its key without the reader, so that copies are found by an index
alter table outbox add column copy_of varchar(110);
update outbox set copy_of = substring(once_key from 1 for position('@' in once_key) - 1) where once_key like '%@%';
create index outbox_copy_of on outbox (copy_of);

-- a synthesis may be put right, or taken back, after it was announced
alter table synthesis add column revision int not null default 0;  -- how often it was put right
alter table synthesis add column corrected int not null default 0; -- the revision that has been seen to in all groups
alter table synthesis add column withdrawn_at timestamp with time zone;
alter table synthesis_group add column posted int not null default 0; -- the revision that was last announced anew there
alter table synthesis_group add column shown int not null default 0;  -- the revision that has been seen to there
