-- The stars that an agenda and its board go by, without saying whose, and when they were so: single ones are seen by nobody.
alter table agendas add column stars json;
alter table agendas add column stars_at timestamptz;
update agendas g set stars_at = now(), stars = coalesce((
  select json_agg(json_build_object('stars', x.stars, 'mustSees', x.must_sees)) from (
    select json_agg(s.pitch order by s.pitch) as stars, coalesce(json_agg(s.pitch order by s.pitch) filter (where s.is_must), '[]'::json) as must_sees
    from stars s join attendees t on t.id = s.attendee and t.state = 'in' where s.event = g.event group by s.attendee) x), '[]'::json);
alter table agendas alter column stars set not null;
alter table agendas alter column stars_at set not null;
