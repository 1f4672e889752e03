-- Until when a swap can be answered: a host without an account has no ask that would expire.
alter table session_swaps add column answer_by date;
update session_swaps w set answer_by = coalesce((select max(a.answer_by) from asks a where a.about = w.id), w.asked_at::date);
alter table session_swaps alter column answer_by set not null;
insert into due_work (id, kind, about, due_at, tries) select id, 'swap over', id, answer_by + 1, 0 from session_swaps where state = 'asked';
