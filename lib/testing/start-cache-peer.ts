import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { PeerRequest } from "./cache-peer";

type Answer = { id: number; result?: unknown; error?: string };
type Reading = { value: string; isDate: boolean; tookMs: number };

/** Another process of the installation, with Redis at that address or without any. */
export function startCachePeer(redisUrl: string | undefined) {
  const child = fork(fileURLToPath(new URL("./cache-peer.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "test", REDIS_URL: redisUrl ?? "" },
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  child.on("message", (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });

  async function ask(request: PeerRequest extends infer R ? (R extends unknown ? Omit<R, "id"> : never) : never) {
    const id = ++lastId;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    child.send({ id, ...request });
    const { result, error } = await answered;
    if (error) throw new Error(error);
    return result;
  }

  return {
    read: (key: string, tag: string, delayMs = 0) => ask({ act: "read", key, tag, delayMs }) as Promise<Reading>,
    /** How long it took, in milliseconds. */
    invalidate: (tag: string) => ask({ act: "invalidate", tag }) as Promise<number>,
    watch: (tag: string) => ask({ act: "watch", tag }),
    heard: () => ask({ act: "heard" }) as Promise<number>,
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

export type CachePeer = ReturnType<typeof startCachePeer>;
