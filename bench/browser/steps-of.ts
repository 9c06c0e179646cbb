import type { Sent } from "./listen-to-network";
import { type Known, markPlaces } from "./places";
import type { Kind, Step } from "./recording";

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const assetTypes = new Set(["Script", "Stylesheet", "Font", "Image", "Manifest", "Media"]);
// The replayer sets these by itself.
const leftOut = new Set(["connection", "content-length"]);

/** The places of one person at one event, and the cookies that only the server can make. */
export type Recorded = { known: readonly Known[]; sealedCookies: readonly string[]; startedAt: number };

/**
 * What was sent as steps that anybody can repeat: marked where people, events and sendings differ.
 */
export function stepsOf(sent: readonly Sent[], recorded: Recorded): Step[] {
  return sent.map((one) => stepOf(one, recorded));
}

function stepOf(sent: Sent, { known, sealedCookies, startedAt }: Recorded): Step {
  const { method, url, headers, body, at, status, contentType, answer } = sent;
  const values = known.map(({ value }) => value);
  // Any other UUID that a browser posts is one that it made for this sending.
  const made = [...new Set(textsOf(sent).flatMap((text) => text.match(uuid) ?? []))].filter(
    (id) => !values.includes(id),
  );
  const all: Known[] = [...known, ...made.map((value) => ({ place: "key" as const, value }))];
  const persons = known.filter(({ place }) => place === "email" || place === "name");
  return {
    kind: kindOf(sent),
    method,
    target: markPlaces(url.pathname + url.search, all),
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] => {
      const lower = name.toLowerCase();
      if (leftOut.has(lower)) return [];
      if (lower === "cookie") return cookiesOf(markPlaces(value, all), sealedCookies);
      return [[lower, lower === "if-none-match" ? "{{etag}}" : markPlaces(value, all)]];
    }),
    body: body === null ? null : markPlaces(body, all),
    afterMs: Math.max(0, Math.round(at - startedAt)),
    status,
    contentType: contentType.split(";")[0] ?? "",
    title: titleIn(answer, all),
    namesPerson: persons.some(({ value }) => answer.includes(value)),
  };
}

function titleIn(page: string, known: readonly Known[]): string | null {
  const title = titleOf(page);
  return title === null ? null : markPlaces(title, known);
}

/** What a page is called, or null for anything else. */
export function titleOf(page: string): string | null {
  return page.match(/<title[^>]*>([^<]*)<\/title>/)?.[1] ?? null;
}

function textsOf({ method, headers, body }: Sent): string[] {
  if (method === "GET") return [];
  return [body ?? "", ...Object.entries(headers).flatMap(([name, value]) => (/key/i.test(name) ? [value] : []))];
}

/** One header a cookie, so that one without a value can be left out. */
function cookiesOf(header: string, sealed: readonly string[]): [string, string][] {
  return header.split("; ").map((pair) => {
    const [name = ""] = pair.split("=", 1);
    return ["cookie", sealed.includes(name) ? `${name}={{cookie:${name}}}` : pair];
  });
}

function kindOf({ method, type }: Sent): Kind {
  if (method !== "GET") return "form";
  if (type === "Document") return "page";
  return assetTypes.has(type) ? "asset" : "data";
}
