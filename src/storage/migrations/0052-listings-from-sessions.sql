-- A listing that came out of a session says so.
alter table listings add column session text collate "C" references event_sessions;
create index listings_of_session on listings (session) where session is not null;
