-- What the members of an organisation have: without it their page looked for them among all people.
create index people_who_show_haves on people (organisation, id) where shows_haves;
