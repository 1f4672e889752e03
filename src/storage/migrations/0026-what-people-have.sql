-- What somebody has and needs is read from the index alone, a person or a whole organisation at a time.
create index what_people_have_and_need on listings (person, id) include (kind, until_day, what) where closed_at is null;
drop index open_listings_of_person;
-- What waits for an owner is asked on every page of every member.
create index living_projects_of_owner on projects (owner, state, id) where state <> 'ended';
