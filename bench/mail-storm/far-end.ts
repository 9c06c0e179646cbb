import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findFreePort } from "@/lib/platform/embedded/find-free-port";
import type { Arrived } from "./check-mails";

const program = fileURLToPath(new URL("./far-end-process.ts", import.meta.url));

/** An SES-compatible endpoint that can be told to be unwell, killed and brought back, and keeps every mail in the folder. */
export async function openFarEnd(folder: string) {
  const port = await findFreePort();
  const endpoint = `http://127.0.0.1:${port}`;
  let child: ChildProcess;
  return {
    endpoint,
    /** Up with these settings; it must know the product's. */
    comeUp: async (settings: Record<string, string>) => {
      const env = { ...process.env, ...settings, LOG_LEVEL: "silent" };
      child = fork(program, [String(port), folder], { execArgv: ["--import", "tsx"], env });
      await once(child, "message");
    },
    goDown: async () => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
    beUnwell: async (faults: Record<string, number>) => {
      await fetch(`${endpoint}/faults`, { method: "PUT", body: JSON.stringify(faults) });
    },
    /** Every mail that arrived, by its Message-ID; one whose writing was cut off by a kill did not. */
    readArrived: (): Arrived[] =>
      readdirSync(folder).flatMap((name) => {
        const messageId = readFileSync(path.join(folder, name), "latin1").match(/^Message-ID: <([^@>]+)@/im)?.[1];
        const at = new Date(Number.parseInt(name.slice(0, 13).replace("-", ""), 16));
        return messageId ? [{ messageId, at }] : [];
      }),
  };
}

export type FarEnd = Awaited<ReturnType<typeof openFarEnd>>;
