import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/**
 * Somebody with an account and a session of their own. Name and address hold a mark that nobody
 * else's have.
 */
export type Account = {
  email: string;
  name: string;
  session: string;
  /** The token of the ticket's page, where they were registered at once. */
  ticket?: string;
};

export type People = { cookieName: string; people: Account[] };

/**
 * So many people who are signed in, as the product with these settings stores them; registered for
 * an event, where one is named.
 */
export async function mintPeople(settings: Record<string, string>, count: number, eventId = ""): Promise<People> {
  const file = fileURLToPath(new URL("./mint-people-process.ts", import.meta.url));
  const child = fork(file, [String(count), eventId], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...settings },
  });
  const [answer] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => {
      throw new Error(`no people were made: the process ended with ${code}`);
    }),
  ]);
  return answer;
}
