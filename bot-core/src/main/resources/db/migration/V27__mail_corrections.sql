-- whoever was mailed a synthesis is mailed once more when it is put right or taken back
alter table mail_out add column revision int default 0 not null; -- of the synthesis; 0: the synthesis itself
alter table mail_out drop constraint mail_out_once;
alter table mail_out add constraint mail_out_once unique (synthesis_id, subscription_id, revision);
