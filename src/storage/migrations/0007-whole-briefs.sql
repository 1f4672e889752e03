-- What a whole brief says, how far its project is, and what the chapter's pack knows.
create table pack_parts (
  part text primary key,
  content text not null
);
alter table people add column moderator boolean not null default false;
alter table projects add column suppliers_welcome boolean not null default false;
alter table projects add column none_fits text not null default '';
alter table projects add column phase text check (phase in ('discovery', 'alpha', 'beta', 'live'));
alter table projects add column go_live date;
alter table projects add column merged_into text collate "C" references projects;
create index projects_of_organisation on projects (organisation, id desc);
create table project_tags (
  project text collate "C" not null references projects,
  tag text collate "C" not null,
  primary key (project, tag)
);
create index projects_with_tag on project_tags (tag, project desc);
create table other_needs (
  id text collate "C" primary key,
  project text collate "C" not null references projects,
  kind text not null check (kind in ('code', 'data', 'research participants', 'venue', 'money', 'adopters')),
  what text not null
);
create index other_needs_of_project on other_needs (project, id);
alter table roles add column level text not null default 'any' check (level in ('any', 'basic', 'practised', 'expert'));
alter table endings drop constraint endings_how_check;
alter table endings add constraint endings_how_check check (how in ('delivered', 'handed over', 'stopped', 'not reached', 'merged'));
