-- How long a text has been while somebody wrote it, so that who wipes it bit by bit leaves what stood there.
alter table note_versions add column longest integer;
update note_versions set longest = char_length(heard);
alter table note_versions alter column longest set not null;
