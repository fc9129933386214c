-- when the person was really out; null while the platform has not done it, or refused to
alter table removal add column done_at timestamp with time zone;
update removal set done_at = at;
