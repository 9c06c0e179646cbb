CREATE INDEX CONCURRENTLY IF NOT EXISTS "outbox_settled_idx" ON "outbox" USING btree ("created_at") WHERE "outbox"."status" in ('sent', 'skipped');--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "sign_in_codes_expires_idx" ON "sign_in_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "users_role_idx" ON "users" USING btree ("role") WHERE "users"."role" <> 'attendee';--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "users_account_email_idx" ON "users" USING btree ("email") WHERE "users"."search_text" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "users_search_idx" ON "users" USING gin ("search_text" gin_trgm_ops) WHERE "users"."search_text" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "users_disabled_idx" ON "users" USING btree ("email") WHERE "users"."disabled_at" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "audit_log_by_event_idx" ON "audit_log" USING btree ("event_id","at","id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "audit_log_by_actor_idx" ON "audit_log" USING btree ("actor_id","at","id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "audit_log_by_subject_idx" ON "audit_log" USING btree ("subject_id","at","id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "audit_log_by_action_idx" ON "audit_log" USING btree ("action","at","id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "audit_log_by_time_idx" ON "audit_log" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "survey_responses_named_idx" ON "survey_responses" USING btree ("event_id") WHERE "survey_responses"."user_id" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "survey_responses_user_idx" ON "survey_responses" USING btree ("user_id") WHERE "survey_responses"."user_id" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "door_devices_user_idx" ON "door_devices" USING btree ("user_id") WHERE "door_devices"."user_id" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "outbox_user_idx" ON "outbox" USING btree ("user_id") WHERE "outbox"."registration_id" is null and "outbox"."user_id" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "users_erasing_idx" ON "users" USING btree ("erasing_at") WHERE "users"."erasing_at" is not null;
