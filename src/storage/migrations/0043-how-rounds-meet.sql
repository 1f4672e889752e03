-- How those of a round meet: as each pair likes, online, or in person at most so many kilometres apart.
alter table rounds add column by_online boolean not null default false;
alter table rounds add column within_km int check (within_km between 1 and 500);
