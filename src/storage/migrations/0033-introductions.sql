-- Two people who may meet: one says so or is asked first, then the other. While it waits nobody learns what was answered.
create table introductions (
  id text collate "C" primary key,
  -- Who would like to meet; where a broker proposes it, who is asked first.
  person text collate "C" not null references people,
  other text collate "C" not null references people,
  broker text collate "C" references people,
  line text not null,
  reason text not null,
  state text not null check (state in ('asked', 'met', 'over')),
  -- Until then nothing of it is known to the other.
  other_asked boolean not null,
  answer_by date not null,
  -- Whoever said no: the state stays as it is until the last day.
  declined_by text collate "C" references people,
  begun_at timestamptz not null,
  met_at timestamptz,
  slots text not null default '[]',
  ended_at timestamptz
);
create index introductions_of_person on introductions (person, id);
create index introductions_of_other on introductions (other, id);
create index introductions_of_broker on introductions (broker, id) where broker is not null;
create unique index one_open_introduction on introductions (least(person, other), greatest(person, other)) where state = 'asked';
-- What each of the two said of it afterwards.
create table introduction_outcomes (
  introduction text collate "C" not null references introductions,
  person text collate "C" not null references people,
  said text not null check (said in ('met useful', 'met', 'met not useful', 'not yet', 'no')),
  said_at timestamptz not null,
  primary key (introduction, person)
);
