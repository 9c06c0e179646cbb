import { type IncomingHttpHeaders, request, type Server } from "node:http";
import { type Duplex, duplexPair } from "node:stream";
import { buffer } from "node:stream/consumers";
import { themeCookie } from "@/app/_components/theme";
import { audienceHeader } from "@/app/_server/audience-key";
import { config } from "@/lib/platform/config";
import { newId } from "@/lib/platform/id";

import type { SharedPage } from "./public-page";

export type Rendering = { status: number; headers: IncomingHttpHeaders; html: string };

const patienceMs = 15_000;

// Known by the connection itself and by nothing that could be sent.
const own = new WeakSet<object>();

/** True when the front itself asks, for a page that everybody gets. */
export function isOwnRequest(socket: object): boolean {
  return own.has(socket);
}

/**
 * The page as Next draws it for everybody of an audience, asked of this very server over a
 * connection in memory.
 */
export async function renderPage(server: Server, { target, theme, audience }: SharedPage): Promise<Rendering> {
  const [near, far] = duplexPair();
  own.add(far);
  server.emit("connection", far);
  const headers = {
    host: new URL(config().APP_URL).host,
    "x-request-id": newId(),
    "accept-encoding": "identity",
    ...(audience !== null && { [audienceHeader]: audience }),
    ...(theme !== "system" && { cookie: `${themeCookie}=${theme}` }),
  };
  try {
    return await ask(near, target, headers);
  } finally {
    near.destroy();
  }
}

function ask(connection: Duplex, path: string, headers: Record<string, string>): Promise<Rendering> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(patienceMs);
    const options = { method: "GET", path, headers, signal, createConnection: () => connection };
    const sent = request(options, (answer) => {
      const { statusCode: status = 500, headers } = answer;
      buffer(answer).then((html) => resolve({ status, headers, html: html.toString() }), reject);
    });
    sent.once("error", reject);
    sent.end();
  });
}
