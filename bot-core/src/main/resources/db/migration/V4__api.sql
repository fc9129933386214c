-- one row: the SHA-256 of the token that was made up and printed at the first start without COVIGIE_API_TOKEN
create table api_token (
    id         integer                  primary key,
    digest     bytea                    not null,
    created_at timestamp with time zone not null,
    constraint api_token_one check (id = 1)
);
