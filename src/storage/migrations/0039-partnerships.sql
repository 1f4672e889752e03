-- Two organisations that agree for a term, each with a host.
create table partnerships (
  id text collate "C" primary key,
  organisation text collate "C" not null references organisations,
  partner text collate "C" not null references organisations,
  what text not null,
  from_day date not null,
  until_day date not null,
  host text collate "C" not null references people,
  -- Whoever said yes, or was named since.
  partner_host text collate "C" references people,
  proposed_by text collate "C" not null references people,
  proposed_at timestamptz not null,
  state text not null check (state in ('proposed', 'agreed', 'not agreed', 'withdrawn', 'ended')),
  answer_by date not null,
  answered_at timestamptz,
  renewals integer not null default 0,
  -- What each host has said about going on, in this term.
  goes_on boolean,
  partner_goes_on boolean,
  ended_at timestamptz,
  worth text check (worth in ('much', 'little')),
  came text not null default '',
  check (organisation <> partner)
);
create index partnerships_of_organisation on partnerships (organisation, id);
create index partnerships_of_partner on partnerships (partner, id);
create unique index one_partnership_at_a_time on partnerships (least(organisation, partner), greatest(organisation, partner)) where state in ('proposed', 'agreed');
