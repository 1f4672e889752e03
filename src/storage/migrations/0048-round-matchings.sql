-- Who meets whom is being worked out for a turn of a round: how far it is. Gone when it is done, or called off.
create table round_matchings (
  turn text collate "C" primary key references round_turns,
  -- Whoever works at it and finds another here, or none, has been overtaken or called off, and keeps nothing.
  run text collate "C" not null unique,
  percent integer not null check (percent between 0 and 100),
  begun_at timestamptz not null
);
