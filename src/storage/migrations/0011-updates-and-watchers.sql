-- What happens in a project, said by its owner, and who wants to hear of it.
create table updates (
  id text collate "C" primary key,
  project text collate "C" not null references projects,
  person text collate "C" not null references people,
  form text collate "C" not null,
  said text not null,
  said_at timestamptz not null,
  edited_at timestamptz,
  told_at timestamptz
);
create index updates_of_project on updates (project, id desc);
create unique index one_update_a_form on updates (person, form);
create table watchers (
  project text collate "C" not null references projects,
  person text collate "C" not null references people,
  since timestamptz not null,
  primary key (project, person)
);
create index watched_by_person on watchers (person, since desc);
