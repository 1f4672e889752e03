-- When an ask is reminded of and when it ends, and the days on which nothing is due: each chapter's own.
alter table chapter add column ask_remind_days text not null default '3,7';
alter table chapter add column ask_days int not null default 14;
create table holidays (
  day date primary key,
  name text not null
);
