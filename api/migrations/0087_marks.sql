-- What people thought of a coach's turn, from the tab too: there it is about the message, for nothing was delivered.
alter table turn_feedback drop constraint turn_feedback_reaction_check;
alter table turn_feedback add constraint turn_feedback_reaction_check
  check (reaction in ('like', 'dislike', 'helpful', 'wrong', 'harmful'));
alter table turn_feedback add column message_id text;
