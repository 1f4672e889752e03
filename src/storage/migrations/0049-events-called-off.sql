-- An event that does not take place after all.
create table event_cancellations (
  event text collate "C" primary key references events,
  reason text not null,
  called_off_on date not null
);
-- Its organiser has taken them out; they cannot sign up again until they are let back in.
alter table attendees add column taken_out boolean not null default false;
-- Wrong codes of events, by a hash of where they came from; forgotten within a day.
create table event_guesses (
  id text collate "C" primary key,
  source text collate "C" not null,
  typed_at timestamptz not null
);
create index event_guesses_of_source on event_guesses (source, typed_at);
create index event_guesses_by_time on event_guesses (typed_at);
alter table pitches add column reworded_at timestamptz;
