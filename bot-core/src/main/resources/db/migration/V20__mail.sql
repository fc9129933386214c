-- who gets syntheses by mail: people who asked for it and confirmed, and professional bodies the operator has listed
create table mail_subscription (
    id            uuid                     not null primary key,
    person_id     bigint                   references person (id), -- null: listed by the operator
    name          varchar(200),                                    -- of the body, when listed
    address       bytea                    not null,               -- sealed
    address_print varchar(32)              not null,
    seat          varchar(36)              not null, -- PERSON or LIST: each address once in each; the own id while unconfirmed
    language      varchar(2)               not null,
    status        varchar(8)               not null, -- ASKED, ACTIVE; of a listed one also LEFT, REFUSED
    token_print   varchar(32),                       -- of the link that confirms
    since         timestamp with time zone not null, -- in this status
    constraint mail_subscription_seat unique (address_print, seat),
    constraint mail_subscription_token unique (token_print)
);
create index mail_subscription_person on mail_subscription (person_id);

-- what is to be mailed, and has been: a synthesis goes to a subscription once
create table mail_out (
    id              uuid                     not null primary key,
    subscription_id uuid                     not null references mail_subscription (id) on delete cascade,
    synthesis_id    uuid                     references synthesis (id) on delete cascade, -- null: asks for confirmation
    urgency         integer                  not null, -- the lower the sooner
    status          varchar(8)               not null, -- PENDING, SENDING, SENT, FAILED, UNKNOWN
    attempts        integer                  not null,
    due_at          timestamp with time zone not null,
    created_at      timestamp with time zone not null,
    touched_at      timestamp with time zone not null,
    constraint mail_out_once unique (synthesis_id, subscription_id)
);
create index mail_out_due on mail_out (status, urgency, due_at);
create index mail_out_subscription on mail_out (subscription_id);
