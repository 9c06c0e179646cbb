import type { CallerName } from "./callers";

/** Somebody who asks, with the cookies that they have. */
export type Caller = { name: CallerName; cookies: Map<string, string> };

const origin = () => process.env.TURNOUT_URL ?? "";

type Sent = { method?: string; body?: BodyInit; headers?: Record<string, string> };

/**
 * Asks as this caller's browser would, follows no redirect, and keeps the cookies of the answer.
 */
export async function send(caller: Caller, path: string, { method = "GET", body, headers }: Sent = {}) {
  const cookie = [...caller.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const answer = await fetch(new URL(path, origin()), {
    method,
    body,
    redirect: "manual",
    headers: { Origin: origin(), ...(cookie && { Cookie: cookie }), ...headers },
  });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = "", value = ""] = line.match(/^([^=]+)=([^;]*)/) ?? [];
    caller.cookies.set(name, value);
  }
  return answer;
}
