import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { clientNetworkOf } from "@/app/_server/client-address";
import type { Work } from "./admission";

/**
 * One request and its response: where it came in, as which kind of work it is admitted, and from
 * which network it came.
 */
export type Exchange = {
  server: Server;
  request: IncomingMessage;
  response: ServerResponse;
  work: Work;
  path: string;
  network: string;
};

/** The network that the guard found this request to come from. */
export function networkOf({ headers }: IncomingMessage): string {
  return clientNetworkOf({ get: (name) => (headers[name] as string | undefined) ?? null });
}
