-- What came of the sessions of an event: their notes, typed by several at once, and what becomes of each line.
create table notes (
  id text collate "C" primary key,
  session text collate "C" not null unique references event_sessions,
  heard text not null default '',
  -- Somebody said that nothing is to be kept.
  none_at timestamptz,
  -- When its hosts were asked what came of it, and until when they may answer.
  asked_on date,
  answer_by date,
  -- A month later.
  outcome text check (outcome in ('done', 'going on', 'nothing')),
  outcome_line text not null default '',
  begun_at timestamptz not null,
  changed_at timestamptz not null
);
create table note_people (
  session text collate "C" not null references event_sessions,
  attendee text collate "C" not null references attendees,
  since timestamptz not null,
  primary key (session, attendee)
);
create index note_people_of_attendee on note_people (attendee, session);
create table note_lines (
  id text collate "C" primary key,
  session text collate "C" not null references event_sessions,
  kind text not null check (kind in ('have', 'need', 'next step', 'meeting')),
  what text not null,
  -- Of a next step and a meeting.
  on_day date,
  -- Nobody where whoever runs the event wrote it and does not come.
  by text collate "C" references attendees,
  taken_by text collate "C" references attendees,
  outcome text check (outcome in ('done', 'going on', 'nothing')),
  outcome_line text not null default '',
  said_at timestamptz not null,
  removed_at timestamptz
);
create index note_lines_of_session on note_lines (session, id);
create index note_lines_of_writer on note_lines (by, id);
create index note_lines_of_taker on note_lines (taken_by, id);
-- What somebody made of a line.
create table note_becomings (
  line text collate "C" not null references note_lines,
  kind text not null check (kind in ('listing', 'draft')),
  person text collate "C" not null references people,
  thing text collate "C" not null,
  made_at timestamptz not null,
  primary key (line, kind, person)
);
create index note_becomings_by_thing on note_becomings (thing);
create index note_becomings_of_person on note_becomings (person, line);
-- What everybody may read of an event that is over.
create table write_ups (
  event text collate "C" primary key references events,
  published_at timestamptz not null,
  published_by text collate "C" not null references people
);
create index write_ups_by_publisher on write_ups (published_by);
