-- What people said of whom they were suggested: not until after a day, or never again; and of which of their own things they want more.
create table suggestion_wishes (
  person text collate "C" not null references people,
  candidate text collate "C" not null references people,
  until_day date,
  said_at timestamptz not null,
  primary key (person, candidate)
);
create table suggestion_likes (
  person text collate "C" not null references people,
  met text not null,
  said_at timestamptz not null,
  primary key (person, met)
);
