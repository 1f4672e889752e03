-- Which projects somebody has joined with a brief that they were writing.
create table joinings (
  draft text collate "C" not null references drafts on delete cascade,
  project text collate "C" not null references projects,
  joined_at timestamptz not null,
  primary key (draft, project)
);
create index joinings_of_project on joinings (project);
