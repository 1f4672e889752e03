-- Pledges that a speaker makes for an organisation, and what is given beside time.
alter table pledges add column for_organisation boolean not null default false;
create table gifts (
  id text collate "C" primary key,
  need text collate "C" not null references other_needs,
  project text collate "C" not null references projects,
  person text collate "C" not null references people,
  organisation text collate "C" not null references organisations,
  for_organisation boolean not null,
  line text not null,
  state text not null check (state in ('offered', 'accepted', 'given', 'declined', 'released', 'withdrawn')),
  offered_at timestamptz not null,
  answer_by date not null,
  answered_at timestamptz,
  ended_at timestamptz
);
create index gifts_of_project on gifts (project, id);
create index gifts_of_person on gifts (person, id desc);
-- One living gift a person and need: a second click is the same gift.
create unique index one_gift_a_need on gifts (need, person) where state in ('offered', 'accepted');
