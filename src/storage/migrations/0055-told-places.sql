-- Where the hosts of a session last heard that it is; neither when they never have, or heard that it is not held.
alter table event_sessions add column told_slot text collate "C" references event_slots on delete set null;
alter table event_sessions add column told_room text collate "C" references event_rooms on delete set null;
create index event_sessions_by_told_slot on event_sessions (told_slot);
create index event_sessions_by_told_room on event_sessions (told_room);
update event_sessions s set told_slot = s.slot, told_room = s.room from agendas g
  where g.event = s.event and g.published_at is not null and s.slot is not null and s.room is not null;
