import { describe, expect, test } from "vitest";
import { readSettings } from "./read-settings";

const secret = { AUTH_SECRET: "a-secret-that-only-tests-know-0123456789" };
const ofRemoteDatabase = { ...secret, DATABASE_URL: "postgres://turnout:pass@db.example.org/turnout" };
const ofLocalDatabase = { ...secret, DATABASE_URL: "postgres://turnout:pass@127.0.0.1:5432/turnout" };

function faultOf(given: Record<string, string>): string {
  try {
    readSettings(given);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("the demo is the default on this machine alone", () => {
  test.each([
    ["nothing set", {}, true],
    ["another port", { PORT: "4000" }, true],
    ["loopback addresses", { APP_URL: "http://127.0.0.1:4000", BIND_ADDRESS: "::1" }, true],
    ["a region of AWS in the environment", { AWS_REGION: "eu-central-1" }, true],
    ["asked not to", { TURNOUT_DEMO: "0" }, false],
    ["a public address", { APP_URL: "https://events.example.org" }, false],
    ["an address of a network", { BIND_ADDRESS: "0.0.0.0" }, false],
    ["an address of IPv6 networks", { BIND_ADDRESS: "::" }, false],
    ["another host name", { ALLOWED_HOSTS: "events.example.org" }, false],
    ["a database of one's own", ofRemoteDatabase, false],
    ["a database of one's own on this machine", ofLocalDatabase, false],
    ["a mail server", { SMTP_URL: "smtp://mail.example.org" }, false],
    ["a mail server on this machine", { SMTP_URL: "smtp://localhost:2525" }, false],
    ["Amazon SES", { AWS_REGION: "eu-central-1", MAIL_FROM: "events@example.org" }, false],
    ["an endpoint of SES", { SES_ENDPOINT: "http://127.0.0.1:4100" }, false],
  ] as const)("%s", (_, given, isDemo) => {
    expect(readSettings(given).wantsDemo).toBe(isDemo);
  });
});

describe("asking for the demo beside something that leaves the machine is refused with the reason", () => {
  test.each([
    [{ APP_URL: "https://events.example.org" }, "APP_URL is https://events.example.org"],
    [{ BIND_ADDRESS: "192.0.2.7" }, "BIND_ADDRESS is 192.0.2.7"],
    [ofRemoteDatabase, "DATABASE_URL leads to db.example.org"],
    [{ ...secret, DATABASE_URL: "postgres:///turnout?host=db.example.org" }, "DATABASE_URL leads to db.example.org"],
    [{ SMTP_URL: "smtps://u:p@mail.example.org" }, "SMTP_URL leads to mail.example.org"],
    [{ SES_ENDPOINT: "https://email.example.org" }, "mails leave by Amazon SES"],
    [{ AWS_REGION: "eu-central-1", MAIL_FROM: "events@example.org" }, "mails leave by Amazon SES"],
  ] as const)("%o", (given, reason) => {
    const fault = faultOf({ ...given, TURNOUT_DEMO: "1" });
    expect(fault).toContain(reason);
    expect(fault).not.toContain("pass@");
  });

  test.each([
    [{ SES_ENDPOINT: "http://127.0.0.1:4100" }],
    [{ SMTP_URL: "smtp://localhost:2525" }],
    [ofLocalDatabase],
    [{ ...secret, DATABASE_URL: "postgres://turnout@[::1]/turnout" }],
    [{ ...secret, DATABASE_URL: "postgres://turnout@localhost/turnout?host=/run/postgresql" }],
    [{ APP_URL: "http://localhost:4000", BIND_ADDRESS: "127.0.0.1" }],
  ] as const)("and allowed on the loopback address: %o", (given) => {
    expect(readSettings({ ...given, TURNOUT_DEMO: "1" }).wantsDemo).toBe(true);
  });
});

test("the demo listens on 127.0.0.1, a service on every address, and either where it is told to", () => {
  expect(readSettings({ PORT: "4000" })).toMatchObject({
    listensOn: "127.0.0.1",
    ownAddress: "http://127.0.0.1:4000",
  });
  const service = readSettings({ TURNOUT_DEMO: "0", PORT: "4000" });
  expect(["::", "0.0.0.0"]).toContain(service.listensOn);
  expect(service.ownAddress).toBe("http://127.0.0.1:4000");
  expect(readSettings({ BIND_ADDRESS: "::1", PORT: "4000" }).ownAddress).toBe("http://[::1]:4000");
  expect(readSettings({ BIND_ADDRESS: "192.0.2.7", PORT: "4000" }).ownAddress).toBe("http://192.0.2.7:4000");
});

describe("a name that is no setting is told, with the one that was meant", () => {
  test.each([
    ["TURNOUT_DATADIR", "TURNOUT_DATA_DIR"],
    ["TURNOUT_PORT", "PORT"],
    ["TURNOUT_APP_URL", "APP_URL"],
    ["TURNOUT_COLOUR", "README"],
    ["SMTP_HOST", "SMTP_URL"],
    ["ADMIN_EMAILS", "ADMIN_EMAIL"],
  ])("%s", (name, meant) => {
    const fault = faultOf({ [name]: "x" });
    expect(fault).toContain(`${name}: `);
    expect(fault).toContain(meant);
  });

  test("beside every other fault; what is empty or another program's is left alone", () => {
    const fault = faultOf({ TURNOUT_DEMOS: "1", PORT: "0", DATABASE_URL: "postgres://db.example.org/turnout" });
    expect(fault).toMatch(/PORT: [\s\S]+TURNOUT_DEMOS: [\s\S]+AUTH_SECRET: /);
    const foreign = { TURNOUT_COLOUR: "", SMTP_HOST: "x", SMTP_URL: "smtp://localhost", HOME: "/root" };
    expect(faultOf(foreign)).toBe("");
  });
});

test("a database of one's own without AUTH_SECRET is refused", () => {
  expect(faultOf({ DATABASE_URL: "postgres://db.example.org/turnout" })).toContain("AUTH_SECRET: missing");
});
