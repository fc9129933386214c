-- an answer accepts the charter (given) and agrees to be relayed (relay), or only the former
alter table charter_answer add column relay boolean default false not null;
update charter_answer set relay = given;
