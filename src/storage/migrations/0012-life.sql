-- What becomes of a project once it is there: its phases, merging into another, another owner, and to whom it was handed over.
alter table projects add column review_by date;
update projects set phase = coalesce(phase, 'discovery'), review_by = current_date + 56 where state = 'running';
insert into due_work (id, kind, about, due_at, tries) select id, 'phase overdue', id, now() + interval '57 days', 0 from projects where state = 'running';
alter table endings add column handed_to text not null default '';
create table phase_ends (
  id text collate "C" primary key,
  project text collate "C" not null references projects,
  phase text not null check (phase in ('discovery', 'alpha', 'beta', 'live')),
  how text not null check (how in ('go on', 'change', 'stop')),
  leads_to text check (leads_to in ('discovery', 'alpha', 'beta', 'live')),
  reason text not null,
  person text collate "C" references people,
  ended_at timestamptz not null
);
create index phase_ends_of_project on phase_ends (project, id);
create table merge_offers (
  id text collate "C" primary key,
  project text collate "C" not null references projects,
  into_project text collate "C" not null references projects,
  person text collate "C" references people,
  reason text not null,
  state text not null check (state in ('waiting', 'accepted', 'declined', 'withdrawn', 'expired', 'over')),
  offered_at timestamptz not null,
  answer_by date not null,
  answered_at timestamptz
);
create unique index one_merge_offer on merge_offers (project) where state = 'waiting';
create index merge_offers_of_project on merge_offers (project, id);
create index merge_offers_into_project on merge_offers (into_project, id) where state = 'waiting';
-- Asking somebody to be the owner. Nobody is named when the address belongs to no member: to the asker both look alike.
create table handovers (
  id text collate "C" primary key,
  project text collate "C" not null references projects,
  person text collate "C" references people,
  by_address boolean not null,
  asked_by text collate "C" references people,
  state text not null check (state in ('waiting', 'accepted', 'declined', 'withdrawn', 'expired', 'over')),
  asked_at timestamptz not null,
  answer_by date not null,
  answered_at timestamptz
);
create unique index one_handover on handovers (project) where state = 'waiting';
create index handovers_of_project on handovers (project, id);
create index handovers_to_person on handovers (person, id) where state = 'waiting';
