import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/**
 * A worker in a process of its own, with these settings over this one's; it has started when this
 * returns.
 */
export async function startWorker(settings: Record<string, string>) {
  const child = fork(fileURLToPath(new URL("../worker/main.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production", ...settings },
  });
  const ended = once(child, "exit");
  await once(child, "message");
  return {
    /** Ends it so, and returns its exit code (null when the signal ended it). */
    end: async (how: "SIGTERM" | "SIGKILL" | "disconnect"): Promise<number | null> => {
      if (how === "disconnect") child.disconnect();
      else child.kill(how);
      const [code] = await ended;
      return code;
    },
  };
}
