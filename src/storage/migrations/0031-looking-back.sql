-- The broker's round looks for roles that were freed twice.
create index freed_pledges on pledges (role, ended_at) where state = 'released';
-- Whatever failed before failures had a beginning has one now, so that the round finds all of them by it.
update due_work set failing_since = due_at where tries >= 6 and failing_since is null;
-- The key does the same in both directions.
drop index letters_newest;
