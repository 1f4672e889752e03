-- On how many lists of others somebody has stood in the weekly letters of a week.
create table exposures (
  person text collate "C" primary key references people,
  week int not null,
  lists int not null
);
