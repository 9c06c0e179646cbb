import { describe, expect, test } from "vitest";
import { readConfig } from "./config";

const right = { AUTH_SECRET: "x".repeat(32), DATABASE_URL: "postgres://turnout:secret@db.example.org/turnout" };

function faultsOf(given: Record<string, string>): string {
  try {
    readConfig({ ...right, ...given });
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("a wrong setting is named, in one sentence that says how it is written", () => {
  test.each([
    ["REDIS_URL", "localhost:6379", "redis://host:6379"],
    ["REDIS_URL", "http://localhost:6379", "redis://host:6379"],
    ["DATABASE_URL", "mysql://db.example.org/turnout", "postgres://user:password@host"],
    ["DATABASE_URL", "db.example.org", "postgres://user:password@host"],
    ["APP_URL", "https://example.org/events", "without a path"],
    ["APP_URL", "events.example.org", "http:// or https://"],
    ["MAIL_FROM", "abc", "events@example.org"],
    ["MAIL_FROM", "Events <abc>", "events@example.org"],
    ["ADMIN_EMAIL", "ada@example.org, bob", "ada@example.org"],
    ["BIND_ADDRESS", "events.example.org", "127.0.0.1"],
    ["TRUSTED_PROXIES", "10.0.0.0/40", "10.0.0.0/8"],
    ["TRUSTED_PROXIES", "proxy", "10.0.0.0/8"],
    ["PORT", "99999", "1 to 65535"],
    ["PORT", "http", "1 to 65535"],
    ["WEB_PROCESSES", "1.5", "whole number"],
    ["TURNOUT_DEMO", "yes", "0 or 1"],
    ["SES_ENDPOINT", "email.eu-central-1.amazonaws.com", "https://"],
  ])("%s=%s", (name, value, remedy) => {
    const [line = "", ...more] = faultsOf({ [name]: value })
      .split("\n")
      .slice(1);
    expect(line.trim()).toMatch(new RegExp(`^${name}: `));
    expect(line).toContain(remedy);
    expect(more).toEqual([]);
  });

  test("half of an identity provider, beside every other fault", () => {
    const faults = faultsOf({ OIDC_ISSUER: "https://login.example.org", OIDC_CLIENT_ID: "turnout", REDIS_URL: "x" });
    expect(faults).toContain("OIDC_CLIENT_SECRET: missing; OIDC_ISSUER and OIDC_CLIENT_ID do nothing without");
    expect(faults).toContain("REDIS_URL: ");
  });

  test("no value is repeated, since it may be a secret", () => {
    expect(faultsOf({ DATABASE_URL: "mysql://turnout:hunter2hunter2@db" })).not.toContain("hunter2");
  });
});

test.each([
  ["MAIL_FROM", "events@example.org", "events@example.org"],
  ["MAIL_FROM", "Our events <events@example.org>", "Our events <events@example.org>"],
  ["APP_URL", "https://events.example.org/", "https://events.example.org"],
  ["BIND_ADDRESS", "[::1]", "::1"],
  ["BIND_ADDRESS", "localhost", "127.0.0.1"],
  ["ADMIN_EMAIL", "Ada@Example.org, bob@example.org,", ["ada@example.org", "bob@example.org"]],
  ["DATABASE_URL", "postgresql:///turnout?host=/run/postgresql", "postgresql:///turnout?host=/run/postgresql"],
] as const)("%s=%s is right", (name, value, read) => {
  expect(readConfig({ ...right, [name]: value })[name]).toEqual(read);
});
