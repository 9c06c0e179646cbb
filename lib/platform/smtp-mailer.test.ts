import { createServer, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type SmtpPhase, type SmtpReply, startSmtp } from "@/lib/testing/start-smtp";
import { newId } from "./id";
import type { Mailer } from "./mailer";
import { SendFault } from "./send-fault";
import { readSmtpAddress } from "./smtp-address";
import { createSmtpMailer } from "./smtp-mailer";
import type { SmtpLimits } from "./smtp-pool";

const quick: Partial<SmtpLimits> = {
  connectMs: 400,
  greetingMs: 400,
  answerMs: 400,
  sendMs: 2_000,
  restMs: 200,
  longestRestMs: 2_000,
  throttleMs: 300,
  refusalMs: 300,
  longestRefusalMs: 1_000,
};

let smtp: Awaited<ReturnType<typeof startSmtp>>;
const mailers: Mailer[] = [];
const rests: [number, string | null][] = [];
const throttles: number[] = [];

beforeEach(async () => {
  smtp = await startSmtp();
});
afterEach(async () => {
  for (const mailer of mailers.splice(0)) mailer.close();
  rests.length = 0;
  throttles.length = 0;
  await smtp.stop();
});

function mailerTo(url = smtp.url, limits = quick, ca: string | undefined = smtp.ca): Mailer {
  const mailer = createSmtpMailer({
    address: readSmtpAddress(url),
    limits,
    ca,
    onRest: (restMs, reason) => rests.push([restMs, reason]),
    onThrottle: (pauseMs) => throttles.push(pauseMs),
  });
  mailers.push(mailer);
  return mailer;
}

function mailTo(to: string, id = newId()) {
  const raw = Buffer.from(
    `From: a@example.org\r\nTo: ${to}\r\nSubject: Hi\r\nMessage-ID: <${id}@x>\r\n\r\n.dot\r\nbody\r\n`,
  );
  return { id, from: "events@example.org", to, raw };
}

/** What sending came to: `sent`, or the fault's kind and words. */
async function outcomeOf(mailer: Mailer, to = "ada@example.org", id = newId()): Promise<string> {
  try {
    await mailer.send(mailTo(to, id));
    return "sent";
  } catch (error) {
    if (!(error instanceof SendFault)) throw error;
    return `${error.kind}: ${error.message}`;
  }
}

describe("a server that is well", () => {
  test("gets the mail as it is, with the user's password, only over TLS that was verified", async () => {
    const mailer = mailerTo();
    await mailer.send(mailTo("ada@example.org"));
    expect(smtp.mails).toMatchObject([{ from: "events@example.org", to: "ada@example.org", user: "turnout" }]);
    expect(smtp.mails[0]?.isEncrypted).toBe(true);
    expect(smtp.mails[0]?.raw.toString()).toContain("\r\n\r\n.dot\r\nbody\r\n");
  });

  test("is reached with TLS from the first byte too", async () => {
    const secure = await startSmtp({ tls: "implicit" });
    expect(await outcomeOf(mailerTo(secure.url, quick, secure.ca))).toBe("sent");
    expect(secure.mails[0]?.isEncrypted).toBe(true);
    await secure.stop();
  });

  test("keeps as many connections as the pool has, and uses them again", async () => {
    const mailer = mailerTo(`${smtp.url}&pool=2`);
    expect(mailer.atOnce()).toBe(2);
    await Promise.all(Array.from({ length: 12 }, (_, nth) => mailer.send(mailTo(`p${nth}@example.org`))));
    expect(smtp.mails).toHaveLength(12);
    expect(smtp.commands.filter((word) => word === "STARTTLS").length).toBeLessThanOrEqual(2);
  });

  test("that ended idle connections gets the next mail over a new one, once", async () => {
    const mailer = mailerTo();
    expect(await outcomeOf(mailer)).toBe("sent");
    smtp.endConnections();
    expect(await outcomeOf(mailer)).toBe("sent");
    expect(smtp.mails).toHaveLength(2);
  });

  test.each([{ without: [] }, { without: ["8BITMIME" as const, "PIPELINING" as const] }])(
    "takes international addresses (without %j)",
    async ({ without }) => {
      const other = await startSmtp({ without });
      const mailer = mailerTo(other.url, quick, other.ca);
      expect(await outcomeOf(mailer, "ada@bücher.example")).toBe("sent");
      expect(await outcomeOf(mailer, "jürgen@example.org")).toBe("sent");
      expect(other.mails.map(({ to }) => to)).toEqual(["ada@bücher.example", "jürgen@example.org"]);
      await other.stop();
    },
  );

  test("that has no SMTPUTF8 gets a domain as Punycode, and its refusal of a name beyond ASCII condemns no mailbox", async () => {
    const other = await startSmtp({ without: ["SMTPUTF8"] });
    other.setFaults({ RCPT: (line) => (/[^\p{ASCII}]/u.test(line) ? "501 5.1.3 Bad recipient address syntax" : null) });
    const mailer = mailerTo(other.url, quick, other.ca);
    expect(await outcomeOf(mailer, "jürgen@example.org")).toMatch(/^rejected: .*SMTPUTF8/);
    expect(await outcomeOf(mailer, "ada@bücher.example")).toBe("sent");
    await other.stop();
  });
});

describe("TLS", () => {
  test("that is demanded is never done without: no word of the mail or the password goes out", async () => {
    const plain = await startSmtp({ tls: "none" });
    const outcome = await outcomeOf(mailerTo(plain.url.replace("starttls=off", "starttls=required")));
    expect(outcome).toMatch(/^refused: The mail server does not encrypt/);
    expect(plain.commands).not.toContain("AUTH");
    expect(plain.commands).not.toContain("MAIL");
    await plain.stop();
  });

  test("with a certificate that nobody vouches for is refused, with the reason, and pauses everything", async () => {
    const mailer = mailerTo(smtp.url, quick, "");
    expect(await outcomeOf(mailer)).toMatch(/^refused: The mail server’s certificate can’t be trusted: .*self-signed/);
    expect(mailer.restMs()).toBeGreaterThan(0);
    expect(rests).toMatchObject([[300, expect.stringContaining("certificate")]]);
    const secure = await startSmtp({ tls: "implicit" });
    expect(await outcomeOf(mailerTo(secure.url, quick, ""))).toMatch(/^refused: The mail server’s certificate/);
    expect([...smtp.commands, ...secure.commands]).not.toContain("MAIL");
    await secure.stop();
  });

  test("on this machine, where nothing was said about it, needs nobody to vouch", async () => {
    const local = smtp.url.replace("?starttls=required", "");
    expect(await outcomeOf(mailerTo(local, quick, ""))).toBe("sent");
    const plain = await startSmtp({ tls: "none", login: null });
    expect(await outcomeOf(mailerTo(`smtp://127.0.0.1:${plain.port}`))).toBe("sent");
    await plain.stop();
  });
});

describe("what each answer means", () => {
  const cases: [SmtpPhase, SmtpReply, RegExp][] = [
    // The mailbox, for good.
    ["RCPT", "550 5.1.1 User unknown", /^undeliverable: There is no such mailbox: .*550 5.1.1 User unknown/],
    ["RCPT", "550 #5.1.0 Address rejected", /^undeliverable/],
    ["RCPT", "554 5.1.2 Unknown host", /^undeliverable/],
    ["RCPT", "550 5.2.1 Mailbox disabled", /^undeliverable/],
    ["RCPT", "550 No such user here", /^undeliverable/],
    ["RCPT", "551 User not local", /^undeliverable/],
    ["RCPT", "553 Mailbox name not allowed", /^undeliverable/],
    ["MESSAGE", "550 5.1.1 User unknown", /^undeliverable/],
    // The relay, whoever the mail is for.
    ["GREETING", "554 No SMTP service here", /^refused: The mail server turns us away/],
    ["EHLO", "550 5.7.1 Bad name", /^refused: The mail server turns us away/],
    ["STARTTLS", "502 Not implemented", /^refused: The mail server does not encrypt/],
    ["AUTH", "535 5.7.8 Bad credentials", /^refused: The mail server refuses our user name or password: .*535/],
    ["AUTH", "534 5.7.9 Use an app password", /^refused/],
    ["MAIL", "530 5.7.0 Authentication required", /^refused: The mail server refuses the sender or our account/],
    ["MAIL", "553 5.7.1 Sender not owned by user", /^refused/],
    ["MAIL", "550 5.1.8 Domain not found", /^refused/],
    ["RCPT", "554 5.7.1 Relay access denied", /^declined: The mail server refuses to pass our mail on/],
    ["RCPT", "550 relay not permitted", /^declined/],
    ["RCPT", "550 5.1.8 Sender address rejected", /^declined/],
    ["RCPT", "554 Transaction failed", /^declined/],
    ["MESSAGE", "550 5.7.26 Unauthenticated mail", /^declined/],
    // The mail alone.
    ["RCPT", "550 5.4.1 Recipient rejected", /^rejected/],
    ["MAIL", "552 5.3.4 Message too big", /^rejected: The mail is too large/],
    ["MESSAGE", "554 5.6.0 Bad content", /^rejected: The mail server does not take this mail/],
    ["MESSAGE", "552 Too much mail data", /^rejected: The mail is too large/],
    // Not now.
    ["RCPT", "450 4.2.0 Greylisted, come back later", /^deferred: The mail server does not take it yet/],
    ["RCPT", "451 4.7.1 Greylisted", /^deferred/],
    ["RCPT", "452 4.2.2 Mailbox full", /^deferred: The mailbox is full/],
    ["RCPT", "552 5.2.2 Mailbox full", /^deferred: The mailbox is full/],
    ["MESSAGE", "451 4.7.1 Try again", /^deferred/],
    ["RCPT", "452 4.5.3 Too many recipients", /^throttled: The mail server asks us to wait/],
    ["RCPT", "421 4.7.0 Too many messages", /^throttled/],
    ["MAIL", "452 4.3.1 Insufficient system storage", /^throttled/],
    ["MAIL", "450 4.7.1 Rate limit", /^throttled/],
    ["MESSAGE", "452 4.3.1 Insufficient system storage", /^throttled/],
    ["GREETING", "421 4.3.2 Busy", /^throttled/],
    ["EHLO", "421 4.3.2 Busy", /^throttled/],
    ["AUTH", "454 4.7.0 Temporary failure", /^unreachable: The mail server can’t check our password now/],
    ["STARTTLS", "454 4.7.0 TLS not available now", /^unreachable/],
  ];
  test.each(cases)("at %s, %s", async (phase, reply, meaning) => {
    const mailer = mailerTo();
    smtp.setFaults({ [phase]: reply });
    expect(await outcomeOf(mailer)).toMatch(meaning);
    expect(smtp.mails).toHaveLength(0);
    const isRefused = meaning.source.startsWith("^refused") || meaning.source.startsWith("^declined");
    expect(rests).toHaveLength(isRefused ? 1 : 0);
    expect(throttles).toHaveLength(meaning.source.startsWith("^throttled") ? 1 : 0);
  });

  test("a refusal of ours rests for longer each time, then one mail alone tries, and success ends it", async () => {
    const mailer = mailerTo(`${smtp.url}&pool=4`);
    smtp.setFaults({ AUTH: "535 5.7.8 Bad credentials" });
    await outcomeOf(mailer);
    expect(mailer.restMs()).toBeGreaterThan(0);
    expect(mailer.atOnce()).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, mailer.restMs() + 20));
    await outcomeOf(mailer);
    expect(rests.map(([restMs]) => restMs)).toEqual([300, 600]);
    await new Promise((resolve) => setTimeout(resolve, mailer.restMs() + 20));
    smtp.setFaults({});
    expect(await outcomeOf(mailer)).toBe("sent");
    expect(mailer.atOnce()).toBe(4);
    expect(mailer.restMs()).toBe(0);
  });

  test("one mail that a server never passes on keeps no other from leaving", async () => {
    const mailer = mailerTo();
    smtp.setFaults({ RCPT: (line) => (line.includes("poison") ? "550 5.7.1 Not for you" : null) });
    const poison = newId();
    const outcomes: string[] = [];
    for (let round = 0; round < 4; round++) {
      outcomes.push((await outcomeOf(mailer, "poison@example.org", poison)).split(":", 1)[0] ?? "");
      expect(await outcomeOf(mailer)).toBe("sent");
    }
    expect(outcomes).toEqual(["declined", "deferred", "deferred", "deferred"]);
    expect(rests.length).toBeLessThanOrEqual(1);
  });

  test("asked to wait again and again, it waits for twice as long each time", async () => {
    const mailer = mailerTo();
    smtp.setFaults({ MAIL: "421 4.7.0 Slow down" });
    for (let round = 0; round < 3; round++) {
      await outcomeOf(mailer);
      await new Promise((resolve) => setTimeout(resolve, mailer.restMs() + 20));
    }
    expect(throttles).toEqual([300, 600, 1_200]);
  });
});

describe("a server that hangs or hangs up", () => {
  const phases: SmtpPhase[] = ["GREETING", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA"];
  test.each(phases.flatMap((phase) => (["hang", "drop"] as const).map((how) => [how, phase] as const)))(
    "%s at %s: told in time, nothing was sent, and the next mail leaves over a new connection",
    async (how, phase) => {
      const mailer = mailerTo();
      smtp.setFaults({ [phase]: how });
      expect(await outcomeOf(mailer)).toMatch(
        /^unreachable: The mail server (did not answer in time|can’t be reached)/,
      );
      expect(smtp.mails).toHaveLength(0);
      smtp.setFaults({});
      expect(await outcomeOf(mailer)).toBe("sent");
    },
  );

  test.each(["hang", "drop"] as const)("%s after the final dot: uncertain, and sent once", async (how) => {
    const mailer = mailerTo();
    smtp.setFaults({ MESSAGE: how });
    expect(await outcomeOf(mailer)).toMatch(/^uncertain: The mail server did not say whether it took the mail/);
    expect(smtp.mails).toHaveLength(1);
  });

  test("a server that never accepts a connection's first byte, or trickles, is given up in time", async () => {
    const sockets: Socket[] = [];
    const trickling = createServer((socket) => {
      sockets.push(socket);
      socket.on("error", () => {});
      const timer = setInterval(() => socket.write("220-still here\r\n"), 50);
      socket.once("close", () => clearInterval(timer));
    });
    await new Promise<void>((resolve) => trickling.listen(0, "127.0.0.1", resolve));
    const address = trickling.address();
    const port = typeof address === "object" ? address?.port : 0;
    expect(await outcomeOf(mailerTo(`smtp://127.0.0.1:${port}`))).toMatch(/^unreachable/);
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => trickling.close(resolve));
  });

  test("nobody there: after three tries nothing is asked for a while, for longer each time", async () => {
    const mailer = mailerTo("smtp://127.0.0.1:1");
    for (let nth = 0; nth < 3; nth++) expect(await outcomeOf(mailer)).toMatch(/^unreachable: .*ECONNREFUSED/);
    expect(await outcomeOf(mailer)).toMatch(/^resting/);
    expect(mailer.restMs()).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, mailer.restMs() + 20));
    await outcomeOf(mailer);
    expect(rests.map(([restMs]) => restMs)).toEqual([200, 400]);
    expect(rests[0]?.[1]).toMatch(/The mail server can’t be reached/);
  });
});
