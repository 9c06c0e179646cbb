import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { type Faults, faultsInput } from "./faults";
import type { MailStore } from "./mail-store";

const listQuery = z.object({
  to: z.string().optional(),
  kind: z.string().optional(),
  before: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
});

type Context = { url: URL; body: string; store: MailStore; setFaults: (faults: Faults) => void };

/**
 * The recorder's own side: `GET /messages?to&kind&before&limit` lists, `GET /messages/{id}` gives one raw, `DELETE /messages`
 * forgets, `PUT /faults` tells what to do wrong from now on.
 */
export async function answerControl(request: IncomingMessage, response: ServerResponse, context: Context) {
  const { url, body, store, setFaults } = context;
  const id = url.pathname.match(/^\/messages\/([0-9a-f-]{36})$/)?.[1];
  if (request.method === "GET" && url.pathname === "/messages") {
    const query = listQuery.safeParse(Object.fromEntries(url.searchParams));
    if (!query.success) return answerJson(response, 400, { error: query.error.message });
    return answerJson(response, 200, { items: store.list(query.data) });
  }
  if (request.method === "GET" && id) {
    const raw = await store.read(id);
    if (!raw) return answerJson(response, 404, { error: "no such mail" });
    return response.writeHead(200, { "Content-Type": "message/rfc822" }).end(raw);
  }
  if (request.method === "DELETE" && url.pathname === "/messages") {
    await store.clear();
    return answerJson(response, 200, {});
  }
  if (request.method === "PUT" && url.pathname === "/faults") {
    const faults = faultsInput.safeParse(JSON.parse(body));
    if (!faults.success) return answerJson(response, 400, { error: faults.error.message });
    setFaults(faults.data);
    return answerJson(response, 200, faults.data);
  }
  return answerJson(response, 404, { error: "no such page" });
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
