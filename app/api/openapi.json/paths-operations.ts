import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { cronAnswer } from "./answers";
import { operation } from "./operation";

const tag = "Operations";
const cronParams = z.object({
  task: z.enum(["announcements", "reminders", "surveys", "archive", "complete-events", "unconfirmed-seats"]),
});
const runTask = operation({
  tag,
  summary: "Run a timer",
  description: "With `Authorization: Bearer $CRON_SECRET`. Calling it twice enqueues nothing twice.",
  path: cronParams,
  answers: { 200: { description: "How many were enqueued", schema: cronAnswer } },
  refuses: [404],
});

export const operationsPaths: ZodOpenApiPathsObject = {
  "/api/cron/{task}": { get: runTask, post: runTask },
  "/api/mail/notifications": {
    post: operation({
      tag,
      summary: "Take what Amazon SNS tells of our mails",
      description:
        "Bounces and complaints mark the address. Let in by Amazon’s signature and the topic in `SNS_TOPIC_ARN`.",
      isPublic: true,
      answers: { 200: { description: "How many addresses were marked", schema: z.object({ marked: z.int() }) } },
    }),
  },
  "/api/mail/bounces": {
    post: operation({
      tag,
      summary: "Take a delivery report",
      description:
        "A mail that came back to one of our envelope senders, as it is (`message/rfc822`); `to` is whom it was written to. Let in by `Authorization: Bearer $BOUNCE_SECRET`.",
      isPublic: true,
      query: z.object({ to: z.string().optional() }),
      refuses: [401],
      answers: {
        202: { description: "Read; how many addresses were marked", schema: z.object({ marked: z.int() }) },
      },
    }),
  },
  "/api/health/live": {
    get: operation({ tag, summary: "The process answers", isPublic: true, answers: { 200: { description: "Alive" } } }),
  },
  "/api/health/ready": {
    get: operation({
      tag,
      summary: "The process can serve",
      isPublic: true,
      answers: { 200: { description: "Database, and Redis where configured, answer" } },
    }),
  },
  "/api/metrics": {
    get: operation({
      tag,
      summary: "Metrics for Prometheus, with METRICS_TOKEN or for a direct caller on the same machine",
      isPublic: true,
      answers: { 200: { description: "Prometheus text", schema: z.string(), type: "text/plain" } },
    }),
  },
  "/api/openapi.json": {
    get: operation({ tag, summary: "This document", isPublic: true, answers: { 200: { description: "OpenAPI 3.1" } } }),
  },
};
