import type { ServerResponse } from "node:http";
import type { Answer } from "@/app/_server/answer";

// By what Next says that each of its answers varies.
const variesBy = "RSC, Next-Router-State-Tree, Next-Router-Prefetch";

/** Writes a handler's answer out as Next would, but for its length, which is known here. */
export async function writeAnswer(response: ServerResponse, answer: Answer | Response): Promise<void> {
  const isPlain = !(answer instanceof Response);
  const body = isPlain ? answer.body : Buffer.from(await answer.arrayBuffer());
  const headers = isPlain ? answer.headers : Object.fromEntries(answer.headers);
  response.writeHead(answer.status, { ...headers, Vary: variesBy, "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}
