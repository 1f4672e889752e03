-- Until when somebody's weekly letters have told them what happened, and what they have suggested lately: ids with the day on which each stood in a letter.
create table digests (
  person text collate "C" primary key references people,
  told_at timestamptz not null,
  suggested text not null
);
