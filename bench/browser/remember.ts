import type { Values } from "./places";

type AnswerHeaders = Record<string, string | string[] | undefined>;

const ticketPath = /\/tickets\/([\w.~-]{20,})/;

/**
 * Takes over what a browser remembers of an answer: cookies, and the ticket that a form's answer
 * leads to.
 */
export function remember(values: Values, headers: AnswerHeaders, body: string | null): void {
  for (const cookie of [headers["set-cookie"] ?? []].flat()) {
    const [, name = "", value = ""] = cookie.match(/^([^=;]+)=([^;]*)/) ?? [];
    if (name) values[`cookie:${name}`] = value || undefined;
  }
  const found = body?.match(ticketPath)?.[1];
  if (found) values.ticket = found;
}
