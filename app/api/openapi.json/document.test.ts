import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "./document";

const promised = [
  "post /api/auth/codes",
  "post /api/auth/token",
  "post /api/auth/refresh",
  "post /api/auth/revoke",
  "get /api/tickets/{token}",
  "get /api/me",
  "delete /api/me",
  "get /api/me/export",
  "patch /api/me",
  "get /api/me/sessions",
  "delete /api/me/sessions/{id}",
  "get /api/me/events/{id}",
  "get /api/mail-preferences/{token}",
  "post /api/mail-preferences/{token}",
  "get /api/categories",
  "put /api/categories",
  "get /api/departments",
  "put /api/departments",
  "get /api/people",
  "get /api/people/{id}",
  "patch /api/people/{id}",
  "delete /api/people/{id}",
  "get /api/people/{id}/export",
  "get /api/audit",
  "get /api/events",
  "post /api/events",
  "get /api/events/{id}",
  "patch /api/events/{id}",
  "post /api/events/{id}/publish",
  "post /api/events/{id}/cancel",
  "post /api/events/{id}/duplicate",
  "get /api/events/{id}/calendar.ics",
  "post /api/registrations",
  "get /api/registrations",
  "get /api/registrations/{id}",
  "delete /api/registrations/{id}",
  "post /api/registrations/{id}/transfer",
  "post /api/registrations/{id}/confirm",
  "post /api/registrations/{id}/approve",
  "post /api/checkin",
  "post /api/checkin/undo",
  "post /api/checkin/walk-ins",
  "post /api/checkin/devices",
  "get /api/checkin/live",
  "get /api/checkin/roster",
  "get /api/checkin/log",
  "get /api/surveys",
  "put /api/surveys",
  "post /api/surveys",
  "get /api/surveys/comments",
  "get /api/surveys/responses",
  "get /api/surveys/export",
  "get /api/dashboard",
  "get /api/dashboard/live",
  "get /api/cron/{task}",
  "post /api/cron/{task}",
  "post /api/mail/notifications",
  "post /api/mail/bounces",
  "get /api/health/live",
  "get /api/health/ready",
  "get /api/metrics",
  "get /api/openapi.json",
];

describe("the OpenAPI document", () => {
  const document = openApiDocument();
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  );

  it("describes every operation that clients rely on", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(operations.toSorted()).toEqual(promised.toSorted());
  });

  it("leaves out no route and no method of it", () => {
    expect(operations).toEqual(expect.arrayContaining(servedOperations()));
  });

  it("shows the fields of the schema that validates a registration", () => {
    const body = document.paths?.["/api/registrations"]?.post?.requestBody;
    const schema = JSON.stringify(body);
    for (const field of ["eventId", "name", "email", "department", "answers"]) expect(schema).toContain(`"${field}"`);
  });
});

/** Every exported method of every route file, save what next-auth serves and what answers for paths that don't exist. */
function servedOperations(): string[] {
  const api = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
  return readdirSync(api, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("route.ts") && !name.includes("[..."))
    .flatMap((name) => {
      const source = readFileSync(path.join(api, name), "utf8");
      const methods = source.matchAll(/^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/gm);
      const address = `/api/${path.dirname(name)}`.replaceAll("[", "{").replaceAll("]", "}");
      return [...methods].map(([, method]) => `${method?.toLowerCase()} ${address}`);
    });
}
