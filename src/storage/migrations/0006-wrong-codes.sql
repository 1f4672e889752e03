-- Codes typed wrongly by a browser that did not ask for the letter.
create table wrong_codes (
  id text collate "C" primary key,
  email text not null,
  source text not null,
  typed_at timestamptz not null
);
create index wrong_codes_of_address on wrong_codes (email, typed_at);
create index wrong_codes_of_source on wrong_codes (source, typed_at);
