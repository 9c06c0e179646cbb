import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { GetSendQuotaCommand, ListIdentitiesCommand, SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startRecorder } from "./recorder-server";

let folder: string;
let recorder: Awaited<ReturnType<typeof startRecorder>>;
let client: SESClient;

async function start(keep = 5): Promise<void> {
  recorder = await startRecorder({ port: 0, folder, keep });
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  client = new SESClient({ region: "eu-central-1", endpoint: baseUrl(), credentials, maxAttempts: 1 });
}

const baseUrl = () => `http://127.0.0.1:${recorder.port}`;

function send(to: string, subject: string) {
  const raw = `From: Turnout <no-reply@turnout.local>\r\nTo: <${to}>\r\nSubject: ${subject}\r\nX-Turnout-Kind: sign_in_code\r\n\r\nHi\r\n`;
  return client.send(new SendRawEmailCommand({ Destinations: [to], RawMessage: { Data: Buffer.from(raw) } }));
}

async function list(query = ""): Promise<{ id: string; subject: string; to: string[] }[]> {
  const response = await fetch(`${baseUrl()}/messages${query}`);
  return (await response.json()).items;
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "turnout-recorder-"));
  await start();
});
afterEach(async () => {
  await recorder.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("the AWS client sends to it, and what was sent is listed, found and read", async () => {
  const { MessageId } = await send("Ada@example.org", "=?utf-8?q?Caf=C3=A9?=");
  await send("eve@example.org", "Second");
  expect(await list()).toMatchObject([
    { subject: "Second", to: ["eve@example.org"], kind: "sign_in_code" },
    { id: MessageId, subject: "Café", to: ["ada@example.org"] },
  ]);
  expect(await list("?to=ADA@")).toMatchObject([{ id: MessageId }]);
  expect(await list("?kind=sign_in_code&limit=1")).toMatchObject([{ subject: "Second" }]);
  const [newest] = await list();
  expect(await list(`?before=${newest?.id}`)).toMatchObject([{ id: MessageId }]);
  const raw = await (await fetch(`${baseUrl()}/messages/${MessageId}`)).text();
  expect(raw).toContain("\r\n\r\nHi\r\n");
});

test("it keeps the newest, also over a restart, and skips files that are no mails", async () => {
  for (const subject of ["1", "2", "3", "4", "5", "6", "7"]) await send("ada@example.org", subject);
  expect((await list()).map(({ subject }) => subject)).toEqual(["7", "6", "5", "4", "3"]);
  expect(readdirSync(folder)).toHaveLength(5);
  await recorder.stop();
  writeFileSync(path.join(folder, "notes.txt"), "not a mail");
  await start(3);
  expect((await list()).map(({ subject }) => subject)).toEqual(["7", "6", "5"]);
  await fetch(`${baseUrl()}/messages`, { method: "DELETE" });
  expect(await list()).toEqual([]);
});

test("what it keeps is for the eyes of its owner alone, also in a folder that was open", async () => {
  await recorder.stop();
  chmodSync(folder, 0o755);
  await start();
  await send("ada@example.org", "x");
  const [mail = ""] = readdirSync(folder);
  expect([folder, path.join(folder, mail)].map((file) => statSync(file).mode & 0o777)).toEqual([0o700, 0o600]);
});

test("it answers as SES does: quota, unknown action, empty mail, told faults", async () => {
  expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({ MaxSendRate: 1_000 });
  await expect(client.send(new ListIdentitiesCommand({}))).rejects.toMatchObject({ name: "InvalidAction" });
  const empty = new SendRawEmailCommand({ RawMessage: { Data: Buffer.alloc(0) } });
  await expect(client.send(empty)).rejects.toMatchObject({ name: "InvalidParameterValue" });
  const tell = (faults: object) => fetch(`${baseUrl()}/faults`, { method: "PUT", body: JSON.stringify(faults) });
  await tell({ throttle: 1 });
  await expect(send("ada@example.org", "x")).rejects.toMatchObject({
    name: "Throttling",
    $metadata: { httpStatusCode: 400 },
  });
  await tell({ fail: 1 });
  await expect(send("ada@example.org", "x")).rejects.toMatchObject({ $fault: "server" });
  await tell({ reject: ["ada@example.org"] });
  await expect(send("ada@example.org", "x")).rejects.toMatchObject({ name: "MessageRejected" });
  await tell({ delayMs: 200 });
  const startedAt = performance.now();
  await send("ada@example.org", "late");
  expect(performance.now() - startedAt).toBeGreaterThan(190);
  expect((await tell({ fail: 2 })).status).toBe(400);
});

test("a name that was pointed at this machine from outside gets nothing", async () => {
  const status = await new Promise((resolve, reject) => {
    const asked = request(`${baseUrl()}/messages`, { headers: { Host: "mail.evil.example" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on("error", reject).end();
  });
  expect(status).toBe(403);
});

test("ids that are none, and paths out of the folder, are not found", async () => {
  for (const id of ["x", "..%2f..%2fetc%2fpasswd", "00000000-0000-7000-8000-000000000000"])
    expect((await fetch(`${baseUrl()}/messages/${id}`)).status).toBe(404);
});

test("it takes as many mails a second as it says, and no more", async () => {
  await fetch(`${baseUrl()}/faults`, { method: "PUT", body: JSON.stringify({ ratePerSecond: 3 }) });
  expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({ MaxSendRate: 3 });
  const sent = await Promise.allSettled(["1", "2", "3", "4"].map((subject) => send("ada@example.org", subject)));
  expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  expect(sent.find(({ status }) => status === "rejected")).toMatchObject({ reason: { name: "Throttling" } });
});
