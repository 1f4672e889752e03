-- Promises that were broken and wait for a broker, and what brokers did about each.
create table broker_items (
  id text collate "C" primary key,
  kind text not null,
  about text collate "C" not null,
  project text collate "C" references projects,
  person text collate "C" references people,
  what text not null,
  since date not null,
  opened_at timestamptz not null,
  is_told boolean not null default false,
  taken_by text collate "C" references people,
  snoozed_until date,
  closed_at timestamptz,
  closed_by text collate "C" references people,
  outcome text check (outcome in ('solved', 'passed on', 'nothing to do', 'settled by itself')),
  closing text not null
);
create unique index one_open_broker_item on broker_items (kind, about) where closed_at is null;
create index open_broker_items on broker_items (since, id) where closed_at is null;
create index closed_broker_items on broker_items (id) where closed_at is not null;
create index broker_items_about on broker_items (about, kind);
create table broker_steps (
  id text collate "C" primary key,
  item text collate "C" not null references broker_items,
  did text not null check (did in ('opened', 'taken', 'handed over', 'snoozed', 'closed')),
  person text collate "C" references people,
  whom text collate "C" references people,
  until_day date,
  at timestamptz not null
);
create index broker_steps_of_item on broker_steps (item, id);

-- The day on which the owner heard that half of the time has passed and less than half of the must-have places are filled.
alter table projects add column half_told_on date;
create index due_work_failing on due_work (failing_since) where failing_since is not null;
-- Briefs that are open already have a half time too.
insert into due_work (id, kind, about, due_at, tries)
  select p.id, 'half time', p.id, p.published_at + (p.open_until - p.published_at::date) / 2 * interval '1 day', 0
    from projects p where p.state = 'open' and p.open_until >= current_date
  on conflict (kind, about) do nothing;
