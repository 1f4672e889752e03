-- Whoever asks for a copy of what is stored of them reads what they did.
create index journal_of_person on journal (who, id) where who is not null;
