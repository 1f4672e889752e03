-- What every installation has: who it is, what happened, what is due, and the letters it writes.
create table chapter (
  the_only boolean primary key default true check (the_only),
  name text not null,
  kind text not null check (kind in ('demo', 'real')),
  zone text not null,
  have_colour text,
  need_colour text,
  opened_at timestamptz not null
);
create table journal (
  id text collate "C" primary key,
  at timestamptz not null,
  who text collate "C",
  did text not null,
  about text collate "C" not null,
  numbers jsonb not null
);
create index journal_about on journal (about, id);
create table due_work (
  id text collate "C" primary key,
  kind text not null,
  about text collate "C" not null,
  due_at timestamptz not null,
  tries int not null,
  last_fault text,
  unique (kind, about)
);
create index due_work_in_order on due_work (due_at, id);
create table letters (
  id text collate "C" primary key,
  kind text not null,
  person text collate "C",
  recipient text not null,
  facts text not null,
  subject text,
  body text,
  written_at timestamptz not null,
  sent_at timestamptz
);
create index letters_newest on letters (id desc);
create index letters_of_person on letters (person, id desc);
