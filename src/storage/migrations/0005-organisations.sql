-- What a country pack knows about organisations, and what the ends of addresses tell.
alter table organisations add column kind text not null default '';
alter table organisations add column nation text not null default '';
alter table organisations add column region text not null default '';
alter table organisations add column lat double precision;
alter table organisations add column lon double precision;
alter table organisations add column population int;
alter table organisations add column code text not null default '';
alter table organisation_domains drop constraint organisation_domains_pkey;
alter table organisation_domains add primary key (domain, organisation);
create table email_endings (
  ending text primary key,
  sector text
);
