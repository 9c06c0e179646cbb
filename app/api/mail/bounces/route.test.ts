import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { forgetUndeliverable, listUndeliverable, stageMailBySmtp } from "@/lib/testing/stage-bounces";
import { POST } from "./route";

// Before anything that is imported reads the settings.
const secret = vi.hoisted(() => {
  const own = "the-secret-of-the-mail-server";
  vi.stubEnv("BOUNCE_ADDRESS", "bounces@mail.example.org");
  vi.stubEnv("BOUNCE_SECRET", own);
  return own;
});

let email: string;
/** The envelope sender of the mail that went to `email`. */
let sender: string;

beforeAll(async () => {
  ({ email, sender } = await stageMailBySmtp());
});
beforeEach(forgetUndeliverable);

type Fields = { action?: string; status?: string; diagnosis?: string; to?: string; statusType?: string };

/** As Postfix writes it. */
function reportOf({
  action = "failed",
  status = "5.1.1",
  diagnosis = "smtp; 550 5.1.1 <x@example.org>: Recipient address\r\n    rejected: User unknown",
  to = sender,
  statusType = "message/delivery-status",
}: Fields = {}): string {
  return [
    "From: MAILER-DAEMON@mail.example.org (Mail Delivery System)",
    "Subject: Undelivered Mail Returned to Sender",
    `To: ${to}`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "I'm sorry to have to inform you that your message could not be delivered.",
    "",
    "--b",
    "Content-Description: Delivery report",
    `Content-Type: ${statusType}`,
    "",
    "Reporting-MTA: dns; mail.example.org",
    "X-Postfix-Queue-ID: ABC",
    "",
    "Final-Recipient: rfc822; somebody.else@example.org",
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnosis}`,
    "",
    "--b",
    "Content-Type: text/rfc822-headers",
    "",
    "Subject: Your ticket",
    "",
    "--b--",
    "",
  ].join("\r\n");
}

async function post(body: string, { token = secret, to = "" } = {}) {
  const url = `http://localhost:3000/api/mail/bounces${to && `?to=${encodeURIComponent(to)}`}`;
  const response = await POST(
    new Request(url, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "message/rfc822" },
      body,
    }),
  );
  return { status: response.status, body: await response.json() };
}

test("each mail has an envelope sender of its own, of our domain", () => {
  expect(sender).toMatch(/^bounces\+[0-9a-f]{32}\.[0-9a-f]{16}@mail\.example\.org$/);
});

test("a mailbox that a report says is gone marks the address that the message went to, and no other, however often", async () => {
  expect(await post(reportOf())).toEqual({ status: 202, body: { marked: 1 } });
  expect(await post(reportOf(), { to: sender.toUpperCase() })).toEqual({ status: 202, body: { marked: 1 } });
  expect(await listUndeliverable()).toMatchObject([
    { email, fault: "bounced", detail: "550 5.1.1 <x@example.org>: Recipient address rejected: User unknown" },
  ]);
});

describe("what marks nobody", () => {
  test.each<[string, Fields]>([
    ["a delay", { action: "delayed", status: "4.4.1", diagnosis: "smtp; 451 4.4.1 try again" }],
    ["a mail that was delivered", { action: "delivered", status: "2.0.0", diagnosis: "smtp; 250 ok" }],
    ["giving up after days of trying", { status: "4.4.1", diagnosis: "X-Postfix; connect: timed out" }],
    ["a full mailbox", { status: "5.2.2", diagnosis: "smtp; 552 5.2.2 over quota" }],
    ["a refusal of our mail server", { status: "5.7.1", diagnosis: "smtp; 550 5.7.1 blocked" }],
    ["a refusal as spam without a status of its own", { status: "5.0.0", diagnosis: "smtp; 554 spam" }],
  ])("%s", async (_, fields) => {
    expect(await post(reportOf(fields))).toEqual({ status: 202, body: { marked: 0 } });
    expect(await listUndeliverable()).toEqual([]);
  });

  test("a sender that we never used, was changed, or is another domain's", async () => {
    const [local = "", domain] = sender.split("@");
    const made = [
      `${local.slice(0, -1)}${local.endsWith("0") ? "1" : "0"}@${domain}`,
      `bounces+${"0".repeat(32)}.${"0".repeat(16)}@${domain}`,
      `bounces@${domain}`,
      `${local}@example.com`,
      email,
      "",
    ];
    for (const to of made) expect(await post(reportOf({ to }))).toEqual({ status: 202, body: { marked: 0 } });
    expect(await listUndeliverable()).toEqual([]);
  });

  test("an answer of a person or of a machine that is away", async () => {
    const answer = `From: ada@example.org\r\nTo: ${sender}\r\nSubject: Away\r\n\r\nStatus: 5.1.1\r\nAction: failed\r\n`;
    expect(await post(answer)).toEqual({ status: 202, body: { marked: 0 } });
  });
});

describe("what marks too", () => {
  test.each<[string, Fields]>([
    ["a domain that does not exist", { status: "5.4.4", diagnosis: "X-Postfix; Host or domain name not found" }],
    ["a bare code", { status: "5.0.0", diagnosis: "smtp; 550 No such user here" }],
    ["an international report (RFC 6533)", { statusType: "message/global-delivery-status" }],
  ])("%s", async (_, fields) => {
    expect(await post(reportOf(fields))).toEqual({ status: 202, body: { marked: 1 } });
  });
});

test("what is no mail is 422, and nothing that can be sent is a fault of ours", async () => {
  expect(await post("")).toMatchObject({ status: 422, body: { code: "invalid_input" } });
  expect(await post("\r\n\r\n")).toMatchObject({ status: 422 });
  const deep = Array.from(
    { length: 500 },
    (_, nth) => `Content-Type: multipart/mixed; boundary=${nth}\r\n\r\n--${nth}\r\n`,
  );
  const odd = [
    "{}",
    "\0\0\0",
    reportOf().slice(0, 400),
    deep.join(""),
    `To: ${"(".repeat(50_000)}\r\n\r\n`,
    "é\uFFFD: x\r\n\r\n",
  ];
  for (const body of odd) expect([202, 422]).toContain((await post(body)).status);
  expect(await listUndeliverable()).toEqual([]);
});

test("nobody without the secret is heard", async () => {
  expect(await post(reportOf(), { token: "wrong" })).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
  expect(await listUndeliverable()).toEqual([]);
});
