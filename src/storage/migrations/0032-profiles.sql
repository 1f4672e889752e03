-- What people say of themselves when they have more than a minute, and for whom each thing is: all members, or those they are introduced to.
alter table people add column members_see text[] not null default '{}';
alter table people add column matches_see text[] not null default '{}';
update people set matches_see = '{problem,meeting}', members_see = array_remove(array[
  case when shows_haves then 'haves' end, case when shows_needs then 'needs' end, case when shows_place then 'place' end,
  case when shows_hours then 'hours' end, 'profession', 'areas', 'interests', 'learning', 'languages'], null);
drop index people_who_show_haves;
alter table people drop column shows_haves, drop column shows_needs, drop column shows_place, drop column shows_hours;
create index people_who_show_haves on people (organisation, id) where 'haves' = any (members_see);
create table profiles (
  person text collate "C" primary key references people,
  profession text not null,
  areas text[] not null,
  interests text[] not null,
  learning text[] not null,
  problem text not null,
  ways text[] not null,
  radius int,
  half_days text[] not null,
  languages text[] not null,
  introductions int not null,
  wishes text[] not null
);
