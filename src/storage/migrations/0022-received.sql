-- Letters that came in, and what became of them; and the secret that signs the addresses to which answers go.
create table reply_secrets (
  the_only boolean primary key default true check (the_only),
  secret text not null
);
create table received (
  id text collate "C" primary key,
  message_id text not null unique,
  received_at timestamptz not null,
  sender text not null,
  sender_name text not null,
  recipients text not null,
  subject text not null,
  said text,
  proof text not null check (proof in ('proven', 'unproven', 'forged')),
  is_automatic boolean not null,
  is_bounce boolean not null,
  bounced_recipient text,
  bounced_status text,
  bounced_for_good boolean,
  attachments int not null,
  fault text,
  state text not null,
  why text,
  person text collate "C",
  ask text collate "C",
  closed_at timestamptz,
  closed_by text collate "C",
  closing text
);
create index received_waiting on received (id) where state in ('unclear', 'stranger');
create index received_old on received (received_at) where said is not null;
