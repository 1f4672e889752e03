-- Promises to fill a place.
create table pledges (
  id text collate "C" primary key,
  role text collate "C" not null references roles,
  project text collate "C" not null references projects,
  person text collate "C" not null references people,
  organisation text collate "C" not null references organisations,
  hours_a_week numeric(4, 1) not null,
  from_day date not null,
  until_day date not null,
  line text not null,
  state text not null check (state in ('offered', 'waiting', 'accepted', 'active', 'done', 'declined', 'released', 'withdrawn')),
  offered_at timestamptz not null,
  answer_by date not null,
  answered_at timestamptz,
  ended_at timestamptz
);
create index pledges_of_project on pledges (project, id);
create index pledges_of_role on pledges (role, id);
create index pledges_of_person on pledges (person, id desc);
-- One living pledge a person and role: a second click is the same pledge.
create unique index one_pledge_a_role on pledges (role, person) where state in ('offered', 'waiting', 'accepted', 'active');
