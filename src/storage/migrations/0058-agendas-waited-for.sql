-- Events that came to their agenda before anybody was asked for it, and have none: from now on their organisers are asked.
insert into due_work (id, kind, about, due_at, tries) select e.id, 'agenda waited for', e.id, now(), 0 from events e
  where e.step = 'scheduled' and not exists (select from agendas g where g.event = e.id and g.published_at is not null)
  on conflict do nothing;
