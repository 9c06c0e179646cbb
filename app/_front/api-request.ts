import type { IncomingMessage } from "node:http";
import type { ApiRequest } from "@/app/_server/answer";

const decoder = new TextDecoder();

/**
 * A request as handlers read it, over node's own: Fetch's objects would cost more than all that a
 * handler does.
 */
export class IncomingApiRequest implements ApiRequest {
  readonly method: string;
  readonly url: string;

  constructor(private readonly incoming: IncomingMessage) {
    this.method = incoming.method ?? "";
    this.url = `http://${incoming.headers.host}${incoming.url}`;
  }

  readonly headers: ApiRequest["headers"] = {
    has: (name) => this.incoming.headers[name.toLowerCase()] !== undefined,
    get: (name) => {
      const value = this.incoming.headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(", ") : (value ?? null);
    },
  };

  /** The whole body; rejects when it ends before its time. */
  text(): Promise<string> {
    const { incoming } = this;
    return new Promise((resolve, reject) => {
      if (incoming.destroyed) reject(new Error("the connection was closed"));
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.once("end", () => resolve(decoder.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))));
      incoming.once("error", reject);
      incoming.once("close", () => {
        if (!incoming.readableEnded) reject(new Error("the connection was closed"));
      });
    });
  }

  /** Aborts when the caller goes away before the answer. */
  get signal(): AbortSignal {
    const gone = new AbortController();
    this.incoming.socket.once("close", () => gone.abort());
    return gone.signal;
  }
}
