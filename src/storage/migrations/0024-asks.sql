-- What waits for one person's answer.
create table asks (
  id text collate "C" primary key,
  kind text not null,
  about text collate "C" not null,
  person text collate "C" not null references people,
  asker text collate "C" references people,
  code text not null,
  facts text not null,
  asked_on date not null,
  answer_by date not null,
  reminded int not null,
  state text not null check (state in ('open', 'answered', 'expired', 'over')),
  answer text,
  line text not null,
  hours real,
  day date,
  via text check (via in ('page', 'letter', 'code')),
  answered_at timestamptz,
  undo_until timestamptz
);
-- Nobody is asked the same twice at once.
create unique index one_open_ask on asks (about, kind, person) where state = 'open';
create index open_asks_of_person on asks (person, answer_by) where state = 'open';
create index open_asks_of_asker on asks (asker, answer_by) where state = 'open';
create index asks_with_code on asks (person, code);

-- What waited before there were asks becomes one, under its own id.
insert into asks (id, kind, about, person, asker, code, facts, asked_on, answer_by, reminded, state, line)
  select pl.id, 'pledge offered', pl.id, p.owner, pl.person, upper(right(pl.id, 5)),
      json_build_object('pledge', pl.id, 'project', p.id, 'title', p.title, 'skill', r.skill, 'hours', pl.hours_a_week, 'line', pl.line,
        'who', json_build_object('id', a.id, 'name', coalesce(a.name, ''), 'job', coalesce(a.job, ''), 'organisationName', g.name))::text,
      pl.answer_by - 14, pl.answer_by, 1, 'open', ''
    from pledges pl join projects p on p.id = pl.project join roles r on r.id = pl.role join people a on a.id = pl.person
      join organisations g on g.id = pl.organisation
    where pl.state = 'offered' and p.state <> 'ended';
insert into asks (id, kind, about, person, asker, code, facts, asked_on, answer_by, reminded, state, line)
  select gi.id, 'gift offered', gi.id, p.owner, gi.person, upper(right(gi.id, 5)),
      json_build_object('gift', gi.id, 'project', p.id, 'title', p.title, 'what', n.what, 'line', gi.line,
        'who', json_build_object('id', a.id, 'name', coalesce(a.name, ''), 'job', coalesce(a.job, ''), 'organisationName', g.name))::text,
      gi.answer_by - 14, gi.answer_by, 1, 'open', ''
    from gifts gi join projects p on p.id = gi.project join other_needs n on n.id = gi.need join people a on a.id = gi.person
      join organisations g on g.id = gi.organisation
    where gi.state = 'offered' and p.state <> 'ended';
insert into asks (id, kind, about, person, asker, code, facts, asked_on, answer_by, reminded, state, line)
  select m.id, 'merging offered', m.id, ip.owner, m.person, upper(right(m.id, 5)),
      json_build_object('offer', m.id, 'project', p.id, 'title', p.title, 'into', ip.id, 'intoTitle', ip.title, 'reason', m.reason,
        'who', json_build_object('id', a.id, 'name', coalesce(a.name, ''), 'job', coalesce(a.job, ''), 'organisationName', g.name))::text,
      m.answer_by - 14, m.answer_by, 1, 'open', ''
    from merge_offers m join projects p on p.id = m.project join projects ip on ip.id = m.into_project join people a on a.id = p.owner
      join organisations g on g.id = p.organisation
    where m.state = 'waiting';
insert into asks (id, kind, about, person, asker, code, facts, asked_on, answer_by, reminded, state, line)
  select h.id, 'owner wanted', h.id, h.person, h.asked_by, upper(right(h.id, 5)),
      json_build_object('handover', h.id, 'project', p.id, 'title', p.title,
        'who', json_build_object('id', a.id, 'name', coalesce(a.name, ''), 'job', coalesce(a.job, ''), 'organisationName', g.name))::text,
      h.answer_by - 14, h.answer_by, 1, 'open', ''
    from handovers h join projects p on p.id = h.project join people a on a.id = p.owner join organisations g on g.id = p.organisation
    where h.state = 'waiting' and h.person is not null;
update due_work set kind = 'remind of ask'
  where kind in ('remind of pledge', 'remind of gift', 'remind of merging', 'remind of handover') and about in (select id from asks);
update due_work set kind = 'ask expires'
  where kind in ('pledge unanswered', 'gift unanswered', 'merging unanswered', 'handover unanswered') and about in (select id from asks);
delete from due_work where kind in ('remind of pledge', 'remind of gift', 'remind of merging', 'remind of handover');
