import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { log } from "../log";
import { answerControl } from "./answer-control";
import { answerSes } from "./answer-ses";
import { type Faults, faultsInput } from "./faults";
import { openMailStore } from "./mail-store";
import { createSendCounter } from "./send-counter";
import { answerRefusal } from "./ses-answers";

type Options = { port: number; folder: string; keep: number };

const maxBodyBytes = 20_000_000;
const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** An SES endpoint on loopback that sends nothing and keeps everything. */
export async function startRecorder({ port, folder, keep }: Options) {
  const store = await openMailStore(folder, keep);
  const counter = createSendCounter();
  let faults: Faults = faultsInput.parse({});
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error }, "the recorder could not answer");
      if (!response.headersSent)
        answerRefusal(response, { status: 500, code: "InternalFailure", message: "The mail could not be recorded." });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A page elsewhere that points its own name at this machine (DNS rebinding) must not read people's mail.
    if (!loopbackHost.test(request.headers.host ?? "")) {
      response.writeHead(403).end();
      return;
    }
    const url = new URL(request.url ?? "/", "http://localhost");
    const body = await readBody(request);
    if (request.method === "POST" && url.pathname === "/")
      return answerSes(response, { form: new URLSearchParams(body), store, faults, counter });
    const setFaults = (told: Faults) => {
      faults = told;
    };
    await answerControl(request, response, { url, body, store, setFaults });
  }

  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw new Error("the mail is larger than SES would take");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
