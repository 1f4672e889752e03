-- The day of an event: what is said to everybody, how many are in a room, and sessions that change places.
create table announcements (
  id text collate "C" primary key,
  event text collate "C" not null references events,
  text text not null,
  said_at timestamptz not null,
  taken_back_at timestamptz
);
create index announcements_of_event on announcements (event, id);
create table room_counts (
  session text collate "C" primary key references event_sessions on delete cascade,
  -- The room in which they were counted: the session may move.
  room text collate "C" not null references event_rooms on delete cascade,
  -- Nothing when somebody only said that it is full.
  people integer check (people >= 0),
  is_full boolean not null,
  counted_at timestamptz not null
);
create index room_counts_of_room on room_counts (room);
create table session_swaps (
  id text collate "C" primary key,
  event text collate "C" not null references events,
  session text collate "C" not null references event_sessions on delete cascade,
  other text collate "C" not null references event_sessions on delete cascade,
  -- The host who asked.
  asked_by text collate "C" not null references attendees,
  -- A host of the other session is asked too; where none has an account the organiser decides alone.
  asks_host boolean not null,
  host_agrees boolean,
  organiser_agrees boolean,
  state text not null check (state in ('asked', 'done', 'refused', 'over')),
  asked_at timestamptz not null,
  check (session <> other)
);
create index session_swaps_of_event on session_swaps (event, id);
create index session_swaps_of_session on session_swaps (session);
create index session_swaps_of_other on session_swaps (other);
create index session_swaps_asked_by on session_swaps (asked_by);
