import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Another way to take registrations, as a process of its own; its address, and how to end it. */
export async function startCompetitor(form: "naive" | "one-by-one", databaseUrl: string, sesEndpoint: string) {
  const file = fileURLToPath(new URL("./competitor.ts", import.meta.url));
  const child = fork(file, [form, databaseUrl, sesEndpoint], { execArgv: ["--import", "tsx"] });
  const [address] = await once(child, "message");
  return { url: `http://127.0.0.1:${address.port}`, stop: () => child.kill() };
}
