import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Lane } from "./lane";

/** One request on its way: where it came in, what goes out, and the lane it takes. */
export type Visit = { server: Server; request: IncomingMessage; response: ServerResponse; lane: Lane; path: string };
