-- Who finds somebody: hiding from one's organisation, staying anonymous, a pause; whom one has blocked, and whom one has reported.
create table boundaries (
  person text collate "C" primary key references people,
  hides boolean not null,
  anonymous boolean not null,
  paused_until date
);
-- Every page of a member asks which colleagues it must not lead to.
create index people_who_hide on boundaries (person) where hides;
create index people_who_are_anonymous on boundaries (person) where anonymous;
create table blocks (
  person text collate "C" not null references people,
  blocked text collate "C" not null references people,
  blocked_at timestamptz not null,
  primary key (person, blocked)
);
create index blocks_of on blocks (blocked, person);
create table person_reports (
  id text collate "C" primary key,
  person text collate "C" not null references people,
  reporter text collate "C" not null references people,
  reason text not null,
  reported_at timestamptz not null,
  answered_at timestamptz,
  answered_by text collate "C" references people,
  answer text check (answer in ('warned', 'kept'))
);
create unique index one_open_person_report on person_reports (person, reporter) where answered_at is null;
