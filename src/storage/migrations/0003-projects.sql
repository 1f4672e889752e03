-- A project from its draft to its ending. A draft keeps what was typed, right or wrong.
create table drafts (
  id text collate "C" primary key,
  person text collate "C" not null references people,
  typed text not null,
  started_at timestamptz not null,
  saved_at timestamptz not null
);
create index drafts_of_person on drafts (person, id desc);
create table projects (
  id text collate "C" primary key,
  title text not null,
  problem text not null,
  for_whom text not null,
  owner text collate "C" not null references people,
  organisation text collate "C" not null references organisations,
  state text not null check (state in ('open', 'ready', 'running', 'ended')),
  open_until date not null,
  extended_at timestamptz,
  choose_by date,
  published_at timestamptz not null,
  ready_at timestamptz,
  first_date date,
  started_at timestamptz,
  ended_at timestamptz
);
create index projects_in_state on projects (state, id desc);
create index projects_of_owner on projects (owner, id desc);
create table project_haves (
  id text collate "C" primary key,
  project text collate "C" not null references projects,
  what text not null,
  about text not null
);
create index haves_of_project on project_haves (project, id);
create table roles (
  id text collate "C" primary key,
  project text collate "C" not null references projects,
  skill text not null,
  places int not null check (places > 0),
  hours_a_week numeric(4, 1) not null,
  from_day date not null,
  until_day date not null,
  must_have boolean not null,
  purpose text not null check (purpose in ('creating', 'looking after'))
);
create index roles_of_project on roles (project, id);
create table endings (
  project text collate "C" primary key references projects,
  how text not null check (how in ('delivered', 'stopped', 'not reached')),
  reason text not null,
  tried text not null,
  learnt text not null,
  again text not null,
  person text collate "C" references people,
  ended_at timestamptz not null
);
