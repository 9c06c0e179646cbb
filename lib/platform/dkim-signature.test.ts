import { createHash, createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { startSmtp } from "@/lib/testing/start-smtp";
import { readConfig } from "./config";
import { newId } from "./id";
import { makeRawMail } from "./raw-mail";
import { readSmtpAddress } from "./smtp-address";
import { createSmtpMailer } from "./smtp-mailer";

// Before anything that is imported reads the settings.
const { folder, keyFile, privateKey } = await vi.hoisted(async () => {
  const { generateKeyPairSync } = await import("node:crypto");
  const { mkdtempSync, writeFileSync } = await import("node:fs");
  const folder = mkdtempSync("/tmp/turnout-dkim-");
  const keyFile = `${folder}/dkim.pem`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
  vi.stubEnv("DKIM_DOMAIN", "example.org");
  vi.stubEnv("DKIM_SELECTOR", "turnout");
  vi.stubEnv("DKIM_KEY_FILE", keyFile);
  return { folder, keyFile, privateKey };
});
const smtp = await startSmtp();
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await smtp.stop();
});

const relaxed = (header: string) => {
  const at = header.indexOf(":");
  const value = header
    .slice(at + 1)
    .replaceAll(/\r\n(?=[ \t])/g, "")
    .replaceAll(/[ \t]+/g, " ")
    .trim();
  return `${header.slice(0, at).trim().toLowerCase()}:${value}`;
};

/**
 * Whether the signature holds, judged as RFC 6376 has it (relaxed/relaxed, RSA-SHA256) and not by
 * who made it.
 */
function holds(mail: string): boolean {
  const [head = "", ...rest] = mail.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  const headers = head.split(/\r\n(?![ \t])/);
  const signature = headers.find((header) => /^dkim-signature:/i.test(header)) ?? "";
  const tags = new Map(
    relaxed(signature)
      .slice("dkim-signature:".length)
      .split(";")
      .map((tag) => tag.trim().split(/=(.*)/s, 2) as [string, string]),
  );
  const canonicalBody = `${body
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll(/ \r\n/g, "\r\n")
    .replace(/(\r\n)+$/, "")}\r\n`;
  if (createHash("sha256").update(canonicalBody).digest("base64") !== tags.get("bh")) return false;
  const signed = (tags.get("h") ?? "").split(":").map((name) => {
    const header = headers.findLast((one) => one.toLowerCase().startsWith(`${name.trim().toLowerCase()}:`));
    return header ? `${relaxed(header)}\r\n` : "";
  });
  const own = relaxed(signature).replace(/([;\s]b=)[^;]*/, "$1");
  const data = Buffer.from(signed.join("") + own);
  const given = Buffer.from((tags.get("b") ?? "").replaceAll(" ", ""), "base64");
  return (
    tags.get("d") === "example.org" &&
    tags.get("s") === "turnout" &&
    verify("sha256", data, createPublicKey(privateKey), given)
  );
}

test("what arrives carries a signature that holds, and holds no more for another text or subject", async () => {
  const mailer = createSmtpMailer({ address: readSmtpAddress(smtp.url), ca: smtp.ca });
  await mailer.send(
    await makeRawMail({
      id: newId(),
      kind: "registration_confirmed",
      to: { name: "Ada", address: "ada@example.org" },
      fromName: null,
      replyTo: null,
      unsubscribeUrl: null,
      threadId: null,
      calendar: null,
      subject: "Grüße, your ticket",
      html: "<p>Hi  there</p>",
      text: "Hi  there \n\n.\n\n",
      pictures: [{ contentId: "qr", filename: "ticket.png", png: Buffer.alloc(5_000, 7) }],
    }),
  );
  mailer.close();
  const mail = smtp.mails[0]?.raw.toString("latin1") ?? "";
  expect(holds(mail)).toBe(true);
  expect(holds(mail.replace("Hi", "Ho"))).toBe(false);
  expect(holds(mail.replace(/^Subject: .*/m, "Subject: Other"))).toBe(false);
});

test("a key that can't be read or does not fit, and half a setting, stop the start with what is wrong", () => {
  const basics = { AUTH_SECRET: "a-secret-that-only-tests-know-0123456789", DATABASE_URL: "postgres://localhost/x" };
  const dkim = (file: string) => ({ DKIM_DOMAIN: "example.org", DKIM_SELECTOR: "turnout", DKIM_KEY_FILE: file });
  const elliptic = path.join(folder, "ed25519.pem");
  writeFileSync(elliptic, generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }));
  const noKey = path.join(folder, "none.pem");
  writeFileSync(noKey, "hello");
  expect(() => readConfig({ ...basics, ...dkim(keyFile) })).not.toThrow();
  expect(() => readConfig({ ...basics, ...dkim("/nowhere.pem") })).toThrow(/DKIM_KEY_FILE: .*can't be read/);
  expect(() => readConfig({ ...basics, ...dkim(noKey) })).toThrow(/no private key/);
  expect(() => readConfig({ ...basics, ...dkim(elliptic) })).toThrow(/no RSA key of at least 1024 bits: openssl/);
  expect(() => readConfig({ ...basics, DKIM_DOMAIN: "example.org" })).toThrow(/set all three or none/);
});
