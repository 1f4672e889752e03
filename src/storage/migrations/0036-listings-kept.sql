-- Whoever has something open is asked two weeks before it ends, as they would have been from now on. An ask that is late comes at once.
insert into due_work (id, kind, about, due_at, tries)
  select 'kept ' || person, 'listings end soon', person, (min(until_day) - 14)::timestamptz, 0 from listings
    where closed_at is null and until_day >= now()::date group by person;
