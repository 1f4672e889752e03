-- A broker looks for somebody for whom nothing fits yet.
create table lookouts (
  id text collate "C" primary key,
  person text collate "C" not null references people,
  broker text collate "C" not null references people,
  begun_at timestamptz not null,
  answer_by date not null,
  line text not null,
  ended_at timestamptz
);
create unique index one_lookout_a_person on lookouts (person) where ended_at is null;
create index lookouts_of_broker on lookouts (broker, id) where ended_at is null;
