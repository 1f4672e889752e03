-- The agenda of an event: what is held when and in which room, how that was found, and what it has to keep to.
create table agendas (
  event text collate "C" primary key references events,
  aim text not null check (aim in ('coverage', 'must-sees')),
  -- The top sessions lie in different times and have the largest rooms.
  spreads_top boolean not null,
  seed integer not null,
  evaluations integer not null,
  -- Who starred something; in how many times all of them together have something that they starred, and what no grid exceeds.
  people integer not null,
  covered integer not null,
  bound integer not null,
  -- Who must see something, who can see all of that, and how many could at most.
  must_people integer not null,
  must_seen integer not null,
  must_bound integer not null,
  -- What would be covered if the top sessions lay anywhere.
  covered_freely integer,
  -- What it was worked out from, without a name, so that anybody can work it out again.
  instance json not null,
  made_at timestamptz not null,
  published_at timestamptz
);
create table event_sessions (
  id text collate "C" primary key,
  event text collate "C" not null references events,
  pitch text collate "C" not null references pitches,
  -- Without either it is not held.
  slot text collate "C" references event_slots on delete set null,
  room text collate "C" references event_rooms on delete set null,
  is_locked boolean not null default false,
  -- Held once more, for those who could not see it the first time.
  is_encore boolean not null default false,
  -- Where it was when the agenda was published, once it has moved.
  was_slot text collate "C" references event_slots on delete set null,
  was_room text collate "C" references event_rooms on delete set null,
  moved_at timestamptz,
  called_off_at timestamptz,
  -- Two may change places, so it is looked at when all is done.
  unique (slot, room) deferrable initially deferred
);
create unique index event_sessions_once on event_sessions (event, pitch, is_encore);
create index event_sessions_of_pitch on event_sessions (pitch);
create index event_sessions_by_room on event_sessions (room);
create index event_sessions_by_former_slot on event_sessions (was_slot);
create index event_sessions_by_former_room on event_sessions (was_room);
-- Which sessions somebody goes to.
create table session_choices (
  session text collate "C" not null references event_sessions on delete cascade,
  attendee text collate "C" not null references attendees,
  primary key (session, attendee)
);
create index session_choices_of_attendee on session_choices (attendee, session);
-- What a session needs of its room: a feature, or that everybody gets there without steps.
create table session_needs (
  event text collate "C" not null references events,
  pitch text collate "C" not null references pitches,
  need text not null,
  primary key (pitch, need)
);
create index session_needs_of_event on session_needs (event, pitch);
-- Times at which a host is not there.
create table host_absences (
  event text collate "C" not null references events,
  attendee text collate "C" not null references attendees,
  slot text collate "C" not null references event_slots on delete cascade,
  primary key (attendee, slot)
);
create index host_absences_of_event on host_absences (event, attendee);
create index host_absences_of_slot on host_absences (slot);
-- Times at which a room cannot be used.
create table room_closures (
  event text collate "C" not null references events,
  room text collate "C" not null references event_rooms on delete cascade,
  slot text collate "C" not null references event_slots on delete cascade,
  primary key (room, slot)
);
create index room_closures_of_event on room_closures (event, room);
create index room_closures_of_slot on room_closures (slot);
-- An agenda that is being worked out.
create table agenda_orders (
  event text collate "C" primary key references events,
  aim text not null check (aim in ('coverage', 'must-sees')),
  spreads_top boolean not null,
  seed integer not null,
  state text not null check (state in ('waiting', 'impossible')),
  -- In hundredths.
  done integer not null default 0,
  -- Which rule makes it impossible.
  fault text,
  ordered_at timestamptz not null
);
