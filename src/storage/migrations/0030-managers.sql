-- Hours promised as a share of the working week: its length, from what share on somebody is warned, and above what share a manager must agree.
alter table chapter add column week_hours numeric(4, 1) not null default 37;
alter table chapter add column warn_share int not null default 10;
alter table chapter add column manager_share int not null default 20;
-- An ask may be put to an address, whose reader need not take part.
alter table asks alter column person drop not null;
alter table asks add column address text;
alter table asks add constraint asked_of_one check ((person is null) <> (address is null));
create unique index one_open_ask_of_address on asks (about, kind, address) where state = 'open';
create index asks_of_address_with_code on asks (address, code);
-- Until this day a manager's yes is waited for; the owner is asked after it.
alter table pledges add column manager_by date;
create table managers (
  pledge text collate "C" primary key references pledges,
  address text not null,
  ask text collate "C" references asks,
  agreed_at timestamptz
);
-- Who has asked us to ask them no more, by a signature of the address alone.
create table left_alone (
  mark text primary key,
  since timestamptz not null
);
