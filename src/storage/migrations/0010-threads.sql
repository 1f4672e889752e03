-- What members say to each other about a thing, and what was reported to the moderators.
create table posts (
  id text collate "C" primary key,
  about text collate "C" not null,
  person text collate "C" not null references people,
  form text collate "C" not null,
  said text not null,
  said_at timestamptz not null,
  edited_at timestamptz,
  removed_at timestamptz,
  removed_by text check (removed_by in ('own', 'moderator'))
);
create index posts_about on posts (about, id desc);
-- A form that is sent twice is one post.
create unique index one_post_a_form on posts (person, form);
create table reports (
  id text collate "C" primary key,
  post text collate "C" not null references posts,
  person text collate "C" not null references people,
  reason text not null,
  said text not null,
  reported_at timestamptz not null,
  answered_at timestamptz,
  answered_by text collate "C" references people,
  answer text check (answer in ('removed', 'kept'))
);
create unique index one_report_a_person on reports (post, person);
create index reports_open on reports (post, id) where answered_at is null;
