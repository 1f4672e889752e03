-- What becomes of each letter, what people chose to be written to about, and which addresses do not take letters.
-- The unique key keeps the same letter from being written twice; letters about one ask follow the first one to the same person.
alter table letters add column once text;
alter table letters add column ask text collate "C";
alter table letters add column held boolean not null default false;
alter table letters add column state text not null default 'waiting'
  check (state in ('waiting', 'sent', 'refused', 'bounced', 'too late', 'recalled', 'pointless', 'stopped', 'not wanted', 'paused', 'address bounces'));
alter table letters add column tries int not null default 0;
alter table letters add column fault text not null default '';
update letters set state = 'sent', tries = 1 where sent_at is not null;
-- Until now only a letter that was given up is neither sent nor planned.
update letters set state = 'refused' where sent_at is null
  and not exists (select from due_work d where d.kind = 'send letter' and d.about = letters.id);
create unique index one_letter_once on letters (person, once) where once is not null;
create index letters_of_ask on letters (ask, id) where ask is not null;
create index letters_by_state on letters (state, id desc);
create index letters_waiting_to on letters (person, id) where state = 'waiting';
create table letter_choices (
  person text collate "C" primary key references people,
  digest boolean not null default true,
  news boolean not null default true,
  paused_until date,
  stopped_at timestamptz,
  zone text
);
alter table addresses add column bounced_at timestamptz;
create index addresses_bouncing on addresses (id) where bounced_at is not null;
