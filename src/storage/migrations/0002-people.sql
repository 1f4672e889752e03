-- Organisations, people with their addresses, and how they sign in.
create table organisations (
  id text collate "C" primary key,
  name text not null unique,
  sector text not null,
  added_at timestamptz not null
);
create table organisation_domains (
  domain text primary key,
  organisation text collate "C" not null references organisations
);
create table people (
  id text collate "C" primary key,
  name text,
  job text,
  organisation text collate "C" references organisations,
  broker boolean not null,
  joined_at timestamptz not null
);
create table addresses (
  email text primary key,
  person text collate "C" not null references people,
  confirmed_at timestamptz not null
);
create index addresses_of_person on addresses (person);
create table sign_ins (
  id text collate "C" primary key,
  email text not null,
  source text not null,
  browser_hash text not null,
  link_hash text not null unique,
  code_hash text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  wrong_codes int not null,
  used_at timestamptz,
  return_to text not null
);
create index sign_ins_of_address on sign_ins (email, asked_at);
create index sign_ins_of_source on sign_ins (source, asked_at);
create table sessions (
  id text collate "C" primary key,
  token_hash text not null unique,
  person text collate "C" not null references people,
  browser text not null,
  started_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_of_person on sessions (person);
