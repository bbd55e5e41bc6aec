-- An answer is shown while it is made: whoever goes on after a crash finishes the message that people have begun to read.
alter table inbound add column begun_as text;
