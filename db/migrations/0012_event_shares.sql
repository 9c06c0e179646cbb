-- For an event that it can't know (db/event-key.ts) the planner goes by how many events there are: 500 small ones make it take each for
-- small. One event is as much as it may hold, so it plans for the largest one that it has counted.
alter table registrations alter column event_id set (n_distinct = 1);--> statement-breakpoint
alter table check_ins alter column event_id set (n_distinct = 1);--> statement-breakpoint
alter table survey_responses alter column event_id set (n_distinct = 1);
