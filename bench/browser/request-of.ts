import { compilePlaces, type Values } from "./places";
import type { Step } from "./recording";

export type Request = { method: string; path: string; headers: Record<string, string>; body: string | undefined };

/**
 * A step as a request: given the values of its places, what one sends. Headers and cookies without
 * their value are left out.
 */
export function requestOf({ method, target, headers, body }: Step): (values: Values) => Request {
  const pathOf = compilePlaces(target);
  const bodyOf = body === null ? () => null : compilePlaces(body);
  const cookies = headers.filter(([name]) => name === "cookie").map(([, value]) => compilePlaces(value));
  const others = headers
    .filter(([name]) => name !== "cookie")
    .map(([name, value]) => [name, compilePlaces(value)] as const);
  return (values) => {
    const filled: Record<string, string> = {};
    for (const [name, fill] of others) {
      const value = fill(values);
      if (value !== null) filled[name] = value;
    }
    const pairs = cookies.map((fill) => fill(values)).filter((pair) => pair !== null);
    if (pairs.length > 0) filled.cookie = pairs.join("; ");
    const path = pathOf(values);
    if (path === null) throw new Error(`${target}: a place has no value`);
    return { method, path, headers: filled, body: bodyOf(values) ?? undefined };
  };
}
