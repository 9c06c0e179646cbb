import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import postgres from "postgres";
import { afterAll, inject } from "vitest";

// Runs before each test file: a migrated database and an empty Redis of its own, and the settings that point there.
const name = `test_${randomBytes(6).toString("hex")}`;
const adminUrl = inject("adminDatabaseUrl");
const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
await admin`create database ${admin(name)} template ${admin(inject("templateDatabase"))} strategy file_copy`;

const databaseUrl = new URL(adminUrl);
databaseUrl.pathname = `/${name}`;
const redisUrl = `${inject("redisUrl")}/${Number(process.env.VITEST_POOL_ID ?? 0) % 256}`;
const redis = new Redis(redisUrl);
await redis.flushdb();
redis.disconnect();

Object.assign(process.env, {
  DATABASE_URL: databaseUrl.href,
  REDIS_URL: redisUrl,
  // On a busy machine a Redis that is well may take longer than it may in production.
  REDIS_PATIENCE_MS: "150",
  AUTH_SECRET: "a-secret-that-only-tests-know-0123456789",
  CRON_SECRET: "cron-secret-of-tests",
  METRICS_TOKEN: "metrics-token-of-tests",
  SECURITY_CONTACT: "security@example.org",
  SNS_TOPIC_ARN: "arn:aws:sns:eu-central-1:123456789012:mail",
  APP_URL: "http://localhost:3000",
  LOG_LEVEL: "silent",
  RATE_LIMIT_SCALE: "1",
});

afterAll(async () => {
  const { closeDatabase } = await import("@/db/client");
  await closeDatabase();
  await admin`drop database ${admin(name)} with (force)`;
  await admin.end();
});
