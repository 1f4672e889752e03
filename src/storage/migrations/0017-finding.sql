-- What projects are found by: their words, and the skills of the vocabulary that their roles ask for.
alter table projects add column skills text not null default '';
update projects p set skills = coalesce((select string_agg(r.skill, '. ' order by r.id) from roles r where r.project = p.id), '');
alter table projects add column words tsvector generated always as (
  setweight(to_tsvector('english', title), 'A')
  || setweight(to_tsvector('english', skills), 'B')
  || setweight(to_tsvector('english', problem || ' ' || for_whom), 'D')
) stored;
create index projects_with_words on projects using gin (words);
create table role_terms (
  role text collate "C" not null references roles on delete cascade,
  project text collate "C" not null references projects,
  term text collate "C" not null,
  primary key (role, term)
);
create index projects_that_need on role_terms (term, project desc);
create index skills_of_project on role_terms (project, term);
-- With which vocabulary a role was read last.
create table roles_read (
  role text collate "C" primary key references roles on delete cascade,
  vocabulary text not null
);
create index organisations_by_name on organisations (lower(name), id);
create index pledges_of_organisation on pledges (organisation, project);
