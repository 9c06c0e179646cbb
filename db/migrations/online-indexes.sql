CREATE INDEX CONCURRENTLY IF NOT EXISTS "outbox_settled_idx" ON "outbox" USING btree ("created_at") WHERE "outbox"."status" in ('sent', 'skipped');--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "sign_in_codes_expires_idx" ON "sign_in_codes" USING btree ("expires_at");
