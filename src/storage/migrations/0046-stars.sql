-- What somebody who comes to an event would like to see of it.
create table stars (
  event text collate "C" not null references events,
  attendee text collate "C" not null references attendees,
  pitch text collate "C" not null references pitches,
  -- One of the few that they must see.
  is_must boolean not null,
  primary key (attendee, pitch)
);
create index stars_of_event on stars (event, attendee);
create index stars_of_pitch on stars (pitch);
