-- Where the hand of a clock stands that is moved by hand, and who moves it at the moment; nobody once that moment is over.
create table clock (
  the_only boolean primary key default true check (the_only),
  now timestamptz not null,
  mover text collate "C",
  mover_until timestamptz
);
