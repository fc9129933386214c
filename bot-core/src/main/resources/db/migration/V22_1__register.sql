-- the register lists the last published first
create index signal_published on signal (status, published_at);
