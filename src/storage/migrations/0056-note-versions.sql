-- What we heard in a session as it stood before: of each writer, within ten minutes, the last.
create table note_versions (
  id text collate "C" primary key,
  session text collate "C" not null references event_sessions,
  -- Nobody where whoever runs the event wrote it and does not come.
  by text collate "C" references attendees,
  heard text not null,
  begun_at timestamptz not null,
  saved_at timestamptz not null
);
create index note_versions_of_session on note_versions (session, id);
create index note_versions_of_writer on note_versions (by, id);
insert into note_versions (id, session, heard, begun_at, saved_at) select id, session, heard, changed_at, changed_at from notes where heard <> '';
