-- Rounds: people join, and at a date they are put together to meet.
create table rounds (
  id text collate "C" primary key,
  organiser text collate "C" not null references people,
  title text not null,
  line text not null,
  audience text not null check (audience in ('everybody', 'organisation', 'sectors')),
  organisation text collate "C" references organisations,
  sectors text[] not null,
  size int not null check (size between 2 and 5),
  -- What two who are put together must not have in common.
  across text[] not null,
  meet_days int not null,
  turns int not null,
  every_weeks int not null,
  -- Whoever may join is told of it by letter.
  invites boolean not null,
  opened_at timestamptz not null,
  ended_at timestamptz
);
create index rounds_of_organiser on rounds (organiser, id);
create table round_joinings (
  round text collate "C" not null references rounds,
  person text collate "C" not null references people,
  three_is_fine boolean not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (round, person)
);
create index round_joinings_of_person on round_joinings (person);
-- Each time that people are put together.
create table round_turns (
  id text collate "C" primary key,
  round text collate "C" not null references rounds,
  number int not null,
  state text not null check (state in ('open', 'matched', 'sending', 'sent', 'over')),
  closes_on date not null,
  look_by date,
  meet_by date,
  sent_at timestamptz,
  quality text,
  unique (round, number)
);
create table round_meetings (
  id text collate "C" primary key,
  turn text collate "C" not null references round_turns,
  -- Why each two of it fit, by ids.
  whys text not null,
  slots text not null default '[]'
);
create index round_meetings_of_turn on round_meetings (turn, id);
-- One for each who takes part in a turn: in a meeting, or left out.
create table round_seats (
  turn text collate "C" not null references round_turns,
  person text collate "C" not null references people,
  meeting text collate "C" references round_meetings,
  left_out text,
  withdrawn_at timestamptz,
  said text check (said in ('met useful', 'met', 'met not useful', 'not yet', 'no')),
  said_at timestamptz,
  primary key (turn, person)
);
create index round_seats_of_person on round_seats (person);
create index round_seats_of_meeting on round_seats (meeting);
-- Whom its organiser keeps together or apart.
create table round_wishes (
  turn text collate "C" not null references round_turns,
  one text collate "C" not null references people,
  other text collate "C" not null references people,
  wish text not null check (wish in ('together', 'apart')),
  primary key (turn, one, other)
);
