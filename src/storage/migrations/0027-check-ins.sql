-- Pledges that are kept already are asked how they go from now on, too.
insert into due_work (id, kind, about, due_at, tries)
  select id, 'begin check-ins', id, now(), 0 from pledges where state in ('accepted', 'active')
  on conflict do nothing;
create index answers_about on asks (about) where state = 'answered';
