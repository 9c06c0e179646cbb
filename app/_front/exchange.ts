import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Work } from "./admission";

/** One request and its response: where it came in, and as which kind of work it is admitted. */
export type Exchange = { server: Server; request: IncomingMessage; response: ServerResponse; work: Work; path: string };
