-- Whoever follows the journal reads what was written by transactions that had not ended when it last looked.
alter table journal add column written_by xid8 not null default pg_current_xact_id();
create index journal_written_by on journal (written_by);
