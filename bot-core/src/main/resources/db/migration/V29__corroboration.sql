-- « moi aussi »: who has met the same as a published signal says; shown in counts only, nothing below 3
create table corroboration (
    signal_id  uuid                     not null references signal (id) on delete cascade,
    person_id  bigint                   not null references person (id),
    profession varchar(40), -- as known at that time
    department varchar(3),
    at         timestamp with time zone not null,
    primary key (signal_id, person_id)
);
create index corroboration_person on corroboration (person_id);
