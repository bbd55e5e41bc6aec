-- A day's changes are found without an index entry a row: these note the times of each stretch of pages, cost a write next to nothing and
-- leave updates in place (heap-only) as they are.
create index nudges_by_change on nudges using brin (updated_at) with (pages_per_range = 32, autosummarize = on);
create index messages_by_time on messages using brin (at) with (pages_per_range = 32, autosummarize = on);
create index plans_by_time on plans using brin (made_at) with (pages_per_range = 32, autosummarize = on);
create index plans_by_close on plans using brin (closed_at) with (pages_per_range = 32, autosummarize = on);
create index deliveries_by_change on deliveries using brin (updated_at) with (pages_per_range = 32, autosummarize = on);
