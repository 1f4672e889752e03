-- Who says that they work where, who speaks for an organisation, and the several addresses of one person.
create table claims (
  id text collate "C" primary key,
  person text collate "C" not null references people,
  organisation text collate "C" references organisations,
  said_name text not null,
  sector text,
  asked_at timestamptz not null,
  state text not null check (state in ('open', 'vouched', 'admitted', 'declined', 'recognised', 'withdrawn')),
  answered_at timestamptz,
  answered_by text collate "C" references people,
  line text not null default ''
);
create index claims_of_person on claims (person, id desc);
create index open_claims_of_organisation on claims (organisation, id) where state = 'open';
create unique index one_open_claim on claims (person) where state = 'open';
-- Colleagues who were asked and do not know the person.
create table claim_passes (
  claim text collate "C" not null references claims,
  person text collate "C" not null references people,
  passed_at timestamptz not null,
  primary key (claim, person)
);
create table speakers (
  organisation text collate "C" not null references organisations,
  person text collate "C" not null references people,
  named_by text collate "C" references people,
  named_at timestamptz not null,
  primary key (organisation, person)
);
create index speakers_by_person on speakers (person);
-- Whoever was the first of an organisation speaks for it, as they would have from now on.
insert into speakers (organisation, person, named_at)
  select distinct on (organisation) organisation, id, joined_at from people where organisation is not null order by organisation, id;
create index people_of_organisation on people (organisation, id);
-- Until now everybody has one address, so the person's id is free to name it.
alter table addresses add column id text collate "C";
update addresses set id = person;
alter table addresses alter column id set not null;
alter table addresses add unique (id);
alter table addresses add column takes_letters boolean not null default false;
-- A letter whose code adds its address to somebody who is signed in; it opens no door.
alter table sign_ins add column adds_to text collate "C" references people;
