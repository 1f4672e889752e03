-- Scoring the pitches of an event: how it is done, who holds which card, what they thought of it, and what came of it.
create table scorings (
  event text collate "C" primary key references events,
  way text not null check (way in ('fair', 'paper')),
  -- Cards for each person.
  each integer not null check (each between 1 and 50),
  -- How many pitches become sessions; as many as rooms and times have room for, where nothing is said.
  places integer check (places > 0)
);
create table score_raters (
  -- The id of the attendee, or one of their own when they have come to a terminal without having signed up.
  id text collate "C" primary key,
  event text collate "C" not null references events,
  attendee text collate "C" references attendees,
  -- Their scores are typed in by somebody else.
  at_terminal boolean not null,
  begun_at timestamptz not null
);
create index score_raters_of_event on score_raters (event, id);
create table score_deals (
  id text collate "C" primary key,
  event text collate "C" not null references events,
  pitch text collate "C" not null references pitches,
  rater text collate "C" not null references score_raters,
  dealt_at timestamptz not null,
  points integer check (points between 1 and 5),
  -- Handed back without a score.
  passed boolean not null default false,
  unique (rater, pitch)
);
create unique index score_deals_in_hand on score_deals (rater) where points is null and not passed;
create index score_deals_of_event on score_deals (event, pitch);
-- Who may type in scores of others, besides the organiser.
create table score_helpers (
  event text collate "C" not null references events,
  attendee text collate "C" not null references attendees,
  primary key (event, attendee)
);
create table rankings (
  event text collate "C" primary key references events,
  way text not null check (way in ('fair', 'paper')),
  places integer not null,
  seed bigint not null,
  people integer not null,
  scores integer not null,
  closed_at timestamptz not null
);
create table ranked_pitches (
  event text collate "C" not null references rankings,
  pitch text collate "C" not null references pitches,
  place integer not null,
  -- Out of 25, in tenths.
  tenths integer not null,
  give_or_take integer,
  scored integer not null,
  lottery integer not null,
  is_chosen boolean not null,
  -- Others have the same total, and only the lottery decided which of them are chosen.
  is_tied boolean not null,
  primary key (event, pitch)
);
create unique index ranked_pitches_by_place on ranked_pitches (event, place);
