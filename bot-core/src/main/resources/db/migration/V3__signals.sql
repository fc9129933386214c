create table signal (
    id                uuid                     primary key,
    group_id          bigint                   not null references chat_group (id),
    number            integer                  not null,
    kind              varchar(12)              not null,
    status            varchar(12)              not null,
    text              text                     not null,
    note              text,
    findings          text                     not null,
    author_consent    boolean                  not null,
    patient_data      boolean                  not null,
    drug_reaction     boolean                  not null,
    source_print      varchar(32)              not null,
    source_message    bytea,
    author_id         bigint,
    tagger_id         bigint,
    channel           varchar(16)              not null,
    author_profession varchar(40),
    department        varchar(3),
    quoted_part       boolean                  not null,
    rewritten         boolean                  not null,
    media             boolean                  not null,
    forwarded         boolean                  not null,
    language          varchar(2)               not null,
    source_at         timestamp with time zone not null,
    tagged_at         timestamp with time zone not null,
    published_at      timestamp with time zone,
    closed_at         timestamp with time zone,
    platform_id       varchar(200),
    platform_url      varchar(2048),
    refusal           varchar(500),
    round             integer                  not null,
    edition           integer                  not null,
    publishing_since  timestamp with time zone,
    publisher_id      bigint,
    batch             uuid,
    version           bigint                   not null,
    constraint signal_number unique (group_id, number),
    constraint signal_source unique (source_print)
);
create index signal_queue on signal (group_id, status, number);
create index signal_by_time on signal (status, tagged_at);
create index signal_by_author on signal (author_id, group_id);
create index signal_batch on signal (batch);

create table signal_answer (
    problem_id  uuid not null references signal (id),
    solution_id uuid not null references signal (id),
    constraint signal_answer_key primary key (problem_id, solution_id)
);
create index signal_answer_solution on signal_answer (solution_id);

-- which edition of a draft's text a person has last seen, so that nobody overwrites what somebody else wrote meanwhile
create table draft_seen (
    signal_id uuid   not null references signal (id),
    person_id bigint not null,
    edition   integer not null,
    constraint draft_seen_key primary key (signal_id, person_id)
);
create index draft_seen_person on draft_seen (person_id);

create table evening_card (
    group_id bigint not null references chat_group (id),
    evening  date   not null,
    constraint evening_card_key primary key (group_id, evening)
);
