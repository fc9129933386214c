-- where a request is shown to those who decide, so that it can be completed there
create table enrolment_card (
    enrolment_id bigint not null references enrolment (id) on delete cascade,
    person_id    bigint not null,
    message      bytea  not null, -- the platform's id of the message, sealed
    constraint enrolment_card_key primary key (enrolment_id, person_id)
);
create index enrolment_card_of on enrolment_card (person_id);
