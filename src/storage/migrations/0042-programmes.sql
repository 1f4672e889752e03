-- Programmes: people of two sides meet in pairs over months.
create table programmes (
  id text collate "C" primary key,
  title text not null,
  what text not null,
  organiser text collate "C" not null references people,
  left_name text not null,
  left_who text not null check (left_who in ('everybody', 'sector', 'organisation', 'partnership')),
  -- A sector, or the id of an organisation or a partnership.
  left_of text collate "C" not null,
  left_capacity integer not null check (left_capacity > 0),
  left_opens date not null,
  right_name text not null,
  right_who text not null check (right_who in ('everybody', 'sector', 'organisation', 'partnership')),
  right_of text collate "C" not null,
  right_capacity integer not null check (right_capacity > 0),
  right_opens date not null,
  closes_on date not null,
  first_day date not null,
  last_day date not null,
  meetings integer not null check (meetings > 0),
  state text not null check (state in ('open', 'preview', 'running', 'ended', 'stopped')),
  send_by date,
  opened_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,
  ended_line text not null default ''
);
create index programmes_of_organiser on programmes (organiser, id);
create table programme_members (
  programme text collate "C" not null references programmes,
  person text collate "C" not null references people,
  side text not null check (side in ('left', 'right')),
  partners integer not null check (partners > 0),
  joined_at timestamptz not null,
  -- Why they were left out.
  why_out text check (why_out in ('nobody there', 'nobody fits', 'all taken', 'other left')),
  primary key (programme, person)
);
create index programme_members_of_person on programme_members (person, programme);
-- Who wants to know when their side opens.
create table programme_waiters (
  programme text collate "C" not null references programmes,
  person text collate "C" not null references people,
  side text not null check (side in ('left', 'right')),
  since timestamptz not null,
  primary key (programme, person)
);
create table programme_pairs (
  id text collate "C" primary key,
  programme text collate "C" not null references programmes,
  left_person text collate "C" not null references people,
  right_person text collate "C" not null references people,
  reason text,
  score integer not null,
  state text not null check (state in ('proposed', 'running', 'ended')),
  made_at timestamptz not null,
  until_day date not null,
  renewed boolean not null default false,
  left_goes_on boolean,
  right_goes_on boolean,
  ended_at timestamptz
);
create index programme_pairs_of_programme on programme_pairs (programme, id);
create index programme_pairs_of_left on programme_pairs (left_person, id);
create index programme_pairs_of_right on programme_pairs (right_person, id);
-- Two whom the organiser does not put together.
create table programme_apart (
  programme text collate "C" not null references programmes,
  one text collate "C" not null references people,
  other text collate "C" not null references people,
  primary key (programme, one, other)
);
-- How often a pair was asked whether they met, and what each of the two said.
create table programme_nudges (
  pair text collate "C" not null references programme_pairs,
  turn integer not null,
  asked_on date not null,
  left_said text check (left_said in ('met', 'not yet')),
  right_said text check (right_said in ('met', 'not yet')),
  primary key (pair, turn)
);
-- The closing survey: three words and a line.
create table programme_answers (
  programme text collate "C" not null references programmes,
  person text collate "C" not null references people,
  worth text not null check (worth in ('worth it', 'partly', 'not worth it')),
  again text check (again in ('yes', 'no')),
  in_touch text check (in_touch in ('yes', 'no')),
  line text not null,
  said_at timestamptz not null,
  primary key (programme, person)
);
