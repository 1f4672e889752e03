-- What keeps pages quick among 100,000 people and 10,000 projects: without these, brokers and counts read whole tables.
create index people_by_brokering on people (broker, id);
create index projects_to_count on projects (id desc) include (state, organisation);
