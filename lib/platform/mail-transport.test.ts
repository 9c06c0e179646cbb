import { describe, expect, test } from "vitest";
import { readConfig } from "./config";
import { mailWayOf } from "./mail-transport";
import { readSmtpAddress } from "./smtp-address";

const basics = { AUTH_SECRET: "a-secret-that-only-tests-know-0123456789", DATABASE_URL: "postgres://localhost/x" };
const wayOf = (given: Record<string, string>) => mailWayOf(readConfig({ ...basics, ...given }));

describe("which way mails leave", () => {
  test("SMTP goes before SES, SES before the recorder, and without either no mail leaves", () => {
    const aws = { AWS_REGION: "eu-central-1", MAIL_FROM: "events@example.org" };
    expect(wayOf({ ...aws, SMTP_URL: "smtp://user:word@relay.example.org" })).toEqual({
      kind: "smtp",
      host: "relay.example.org",
      port: 587,
      encryption: "always",
      logsIn: true,
    });
    expect(wayOf(aws)).toEqual({ kind: "ses", at: "eu-central-1" });
    expect(wayOf({ SES_ENDPOINT: "https://vpce-1.email.eu-central-1.vpce.amazonaws.com" })).toEqual({
      kind: "ses",
      at: "vpce-1.email.eu-central-1.vpce.amazonaws.com",
    });
    expect(wayOf({ AWS_REGION: "eu-central-1" })).toEqual({ kind: "recorder" });
    expect(wayOf({ SES_ENDPOINT: "http://127.0.0.1:4000", MAIL_VIEWER: "1" })).toEqual({ kind: "recorder" });
  });
});

describe("SMTP_URL", () => {
  test("user and password are percent-encoded, and the port follows from how the server is used", () => {
    expect(
      readSmtpAddress("smtp://a%40example.org:p%40%2F%3A%25@relay.example.org?pool=3&name=events.example.org"),
    ).toEqual({
      host: "relay.example.org",
      port: 587,
      isSecure: false,
      startTls: "required",
      verifiesCertificate: true,
      login: { user: "a@example.org", password: "p@/:%" },
      pool: 3,
      name: "events.example.org",
    });
    expect(readSmtpAddress("smtps://relay.example.org")).toMatchObject({ port: 465, isSecure: true, login: null });
    expect(readSmtpAddress("smtp://relay.example.org")).toMatchObject({ port: 25 });
    expect(readSmtpAddress("smtp://[2001:db8::1]:2525")).toMatchObject({ host: "2001:db8::1", port: 2525 });
  });

  test("TLS is demanded and its certificate verified, except on this machine where nothing was said about it", () => {
    const tlsOf = (url: string) => {
      const { startTls, verifiesCertificate } = readSmtpAddress(url);
      return `${startTls} ${verifiesCertificate}`;
    };
    expect(tlsOf("smtp://relay.example.org")).toBe("required true");
    expect(tlsOf("smtp://relay.example.org?starttls=optional")).toBe("optional true");
    expect(tlsOf("smtp://127.0.0.1:25")).toBe("optional false");
    expect(tlsOf("smtp://[::1]:25")).toBe("optional false");
    expect(tlsOf("smtp://localhost:25?starttls=required")).toBe("required true");
    expect(tlsOf("smtps://localhost")).toBe("optional true");
  });

  test.each([
    ["relay.example.org:587", /smtp:\/\/user:password@host:587/],
    ["http://relay.example.org", /smtp:\/\/user:password@host:587/],
    ["smtp://", /smtp:\/\/user:password@host:587/],
    ["smtp://user@relay.example.org", /without the other/],
    ["smtp://user:p%zz@relay.example.org", /%25/],
    ["smtp://relay.example.org/inbox", /nothing after the port/],
    ["smtp://relay.example.org?starttls=maybe", /required\|optional\|off/],
    ["smtp://relay.example.org?pool=0", /pool=1…50/],
    ["smtp://relay.example.org?tls=1", /starttls=required/],
    ["smtps://relay.example.org?starttls=off", /from the first byte/],
  ])("%s is refused with what to write instead, and no password is told", (url, remedy) => {
    const read = () => readConfig({ ...basics, SMTP_URL: url });
    expect(read).toThrow(remedy);
    expect(read).toThrow(/SMTP_URL: /);
    expect(read).not.toThrow(/p%zz/);
  });
});
