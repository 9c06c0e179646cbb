import type { ServerResponse } from "node:http";

type Chunk = string | Uint8Array | null | undefined | (() => void);

/**
 * Keeps everything that is written to the response until its end, and sends what `finish` makes of
 * it: until then nothing has left, and status and headers can be changed. To whoever writes, it
 * looks as if the response were out.
 */
export function holdResponse(response: ServerResponse, finish: (body: Buffer) => Promise<Buffer>): void {
  const { write, end, writeHead, flushHeaders, setHeader } = response;
  const chunks: Buffer[] = [];
  let isEnded = false;

  Object.assign(response, {
    flushHeaders: () => {},
    writeHead: (status: number, ...more: unknown[]) => {
      response.statusCode = status;
      const headers = more.find((given) => typeof given === "object" && given !== null);
      for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
      return response;
    },
    write: (chunk: Chunk, ...more: unknown[]) => {
      if (!isEnded) take(chunk, more);
      return true;
    },
    end: (chunk?: Chunk, ...more: unknown[]) => {
      if (isEnded) return response;
      take(chunk, more);
      isEnded = true;
      // Next puts one of its own there, which does nothing once headers are sent.
      response.setHeader = setHeader;
      Object.defineProperty(response, "headersSent", { configurable: true, get: () => true });
      finish(Buffer.concat(chunks)).then(send, (error) => response.destroy(error));
      return response;
    },
  });

  function take(chunk: Chunk, more: unknown[]): void {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk, encodingOf(more[0])));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    const done = [chunk, ...more].find((given) => typeof given === "function");
    if (done) process.nextTick(done as () => void);
  }

  function send(body: Buffer): void {
    Reflect.deleteProperty(response, "headersSent");
    Object.assign(response, { write, end, writeHead, flushHeaders });
    if (response.req.method === "HEAD") response.removeHeader("Content-Length");
    else response.setHeader("Content-Length", body.length);
    response.end(body);
  }
}

function encodingOf(given: unknown): BufferEncoding {
  return typeof given === "string" ? (given as BufferEncoding) : "utf8";
}
