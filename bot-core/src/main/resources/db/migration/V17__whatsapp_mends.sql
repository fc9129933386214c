-- why a member cannot be reached, as the name of a Trouble
alter table unreachable_member add column trouble varchar(16) default 'OTHER' not null;
