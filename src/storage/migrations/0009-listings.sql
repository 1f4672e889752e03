-- What people have and need, where they are, how much time they have, and what of that others see.
create table listings (
  id text collate "C" primary key,
  person text collate "C" not null references people,
  kind text not null check (kind in ('have', 'need')),
  what text not null,
  said_at timestamptz not null,
  until_day date not null,
  closed_at timestamptz,
  changed_at timestamptz not null
);
create index open_listings_of_person on listings (person, id) where closed_at is null;
create index listings_by_change on listings (changed_at, id);
alter table people add column district text not null default '';
alter table people add column lat double precision;
alter table people add column lon double precision;
alter table people add column hours_a_week numeric(4, 1);
alter table people add column shows_haves boolean not null default true;
alter table people add column shows_needs boolean not null default true;
alter table people add column shows_place boolean not null default false;
alter table people add column shows_hours boolean not null default true;
