-- Events at which people meet (unconferences): rooms, times, who comes, and what they would talk about.
create table events (
  id text collate "C" primary key,
  title text not null,
  what_for text not null,
  organiser text collate "C" not null references people,
  organisation text collate "C" not null references organisations,
  venue text not null,
  address text not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  -- Whoever knows it may sign up without an account.
  code text collate "C" not null unique,
  places integer not null check (places > 0),
  step text not null check (step in ('planned', 'pitching', 'scoring', 'starring', 'scheduled', 'over')),
  planned_until date not null,
  pitching_until date not null,
  scoring_until date not null,
  starring_until date not null,
  conduct text not null,
  sponsors text not null,
  cloned_from text collate "C" references events,
  opened_at timestamptz not null,
  moved_at timestamptz not null
);
create index events_by_last_day on events (last_day, id);
create index events_of_organiser on events (organiser, id);
create table event_rooms (
  id text collate "C" primary key,
  event text collate "C" not null references events,
  name text not null,
  seats integer not null check (seats > 0),
  features text[] not null,
  step_free boolean not null
);
create index event_rooms_of_event on event_rooms (event, id);
create table event_slots (
  id text collate "C" primary key,
  event text collate "C" not null references events,
  day date not null,
  -- Minutes after midnight, where the event is.
  starts integer not null check (starts >= 0),
  ends integer not null check (ends > starts and ends <= 1440),
  name text not null,
  is_break boolean not null
);
create index event_slots_of_event on event_slots (event, day, starts);
create table attendees (
  id text collate "C" primary key,
  event text collate "C" not null references events,
  -- Nobody when they came by the code of the event alone.
  person text collate "C" references people,
  name text not null,
  team text not null,
  -- What their browser shows instead of an account.
  token_hash text collate "C",
  state text not null check (state in ('in', 'waiting', 'left')),
  joined_at timestamptz not null,
  -- For the organiser alone.
  access_needs text not null default ''
);
create unique index attendees_once on attendees (event, person) where person is not null;
create unique index attendees_by_token on attendees (token_hash) where token_hash is not null;
create index attendees_of_event on attendees (event, state, id);
create index attendees_of_person on attendees (person, event);
create table pitches (
  id text collate "C" primary key,
  event text collate "C" not null references events,
  title text not null,
  by text collate "C" not null references attendees,
  source text not null check (source in ('screen', 'paper', 'for another')),
  said_at timestamptz not null,
  merged_into text collate "C" references pitches,
  withdrawn_at timestamptz
);
create index pitches_of_event on pitches (event, id);
create table pitch_hosts (
  pitch text collate "C" not null references pitches,
  attendee text collate "C" not null references attendees,
  primary key (pitch, attendee)
);
create index pitch_hosts_of_attendee on pitch_hosts (attendee, pitch);
create table pitch_supporters (
  pitch text collate "C" not null references pitches,
  attendee text collate "C" not null references attendees,
  primary key (pitch, attendee)
);
create index pitch_supporters_of_attendee on pitch_supporters (attendee, pitch);
-- An organiser proposes that two pitches become one; their hosts agree.
create table pitch_mergings (
  id text collate "C" primary key,
  event text collate "C" not null references events,
  pitch text collate "C" not null references pitches,
  into_pitch text collate "C" not null references pitches,
  proposed_by text collate "C" not null references people,
  proposed_at timestamptz not null,
  state text not null check (state in ('asked', 'merged', 'refused', 'over'))
);
create index pitch_mergings_of_event on pitch_mergings (event, id);
create table pitch_consents (
  merging text collate "C" not null references pitch_mergings,
  attendee text collate "C" not null references attendees,
  -- Nobody has said anything yet.
  agrees boolean,
  primary key (merging, attendee)
);
create index pitch_consents_of_attendee on pitch_consents (attendee, merging);
