-- Since when work has been failing, so that a broker sees what is stuck; and the oldest work of one kind, for those that run many at once.
alter table due_work add column failing_since timestamptz;
create index due_work_of_kind on due_work (kind, due_at, id);
