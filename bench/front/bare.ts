import { createServer, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";

// What node:http does by itself: with nothing behind it, and with the product's own verb and nothing else before that.
const { register } = await import("@/lib/registrations/register");
const { registerInput } = await import("@/lib/registrations/input");

async function answerOf(request: IncomingMessage): Promise<object> {
  if (request.method === "GET") return { status: "live" };
  return register({ kind: "anonymous" }, registerInput.parse(await json(request)));
}

const server = createServer(async (request, response) => {
  const body = JSON.stringify(await answerOf(request));
  response.writeHead(request.method === "GET" ? 200 : 201, { "Content-Type": "application/json" }).end(body);
});
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
