import { describe, expect, it } from "vitest";
import type { Step } from "../browser/recording";
import { createAnswerJudge, type Seen } from "./answer-judge";

const page: Step = {
  kind: "page",
  method: "GET",
  target: "/events/{{slug}}",
  headers: [],
  body: null,
  afterMs: 0,
  status: 200,
  contentType: "text/html",
  title: "Opening",
  namesPerson: false,
};
const personal: Step = { ...page, kind: "data", title: null, namesPerson: true };
const values = { email: "visitor-0a0a0a0a@bench.test", name: "Visitor 0a0a0a0a", slug: "opening" };
const shared = "<title>Opening</title><h1>Opening</h1>";
const own = JSON.stringify({ email: values.email });
const others = JSON.stringify({ email: "visitor-0b0b0b0b@bench.test" });

type Given = Partial<Omit<Seen, "reply">> & { status?: number; body?: string; headers?: Record<string, string> };

function seenOf({ status = 200, body = shared, headers = {}, ...given }: Given = {}): Seen {
  const request = { method: "GET", path: "/events/opening", headers: {}, body: undefined };
  return { step: page, values, request, ms: 10, msAfterKill: 10_000, reply: { status, headers, body }, ...given };
}

function faultsOf(...all: Seen[]): string[] {
  const { judge, faults } = createAnswerJudge();
  for (const seen of all) judge(seen);
  return faults.map((fault) => fault.replace(/^.*?: /, ""));
}

describe("the judge finds nothing wrong with", () => {
  it.each<[string, Seen]>([
    ["the page that is the same for everybody", seenOf()],
    ["a page found unchanged", seenOf({ status: 304, body: "", request: conditional() })],
    ["the personal part", seenOf({ step: personal, body: own, headers: { "cache-control": "private, no-store" } })],
    ["a polite refusal", seenOf({ status: 503, body: "<h1>One moment</h1>", headers: { "retry-after": "3" } })],
    ["a connection that broke as a process was killed", { ...seenOf({ msAfterKill: 20 }), reply: null }],
  ])("%s", (_what, seen) => expect(faultsOf(seen)).toEqual([]));
});

describe("the judge catches", () => {
  it.each<[string, string, Seen[]]>([
    ["another page", 'the page "Other" instead of "Opening"', [seenOf({ body: "<title>Other</title>" })]],
    ["an error", "500 instead of 200", [seenOf({ status: 500 })]],
    ["a 304 that nobody asked for", "304 to somebody who has nothing", [seenOf({ status: 304 })]],
    [
      "somebody else's answer",
      "names somebody else",
      [seenOf({ step: personal, body: own + others, headers: { "cache-control": "private" } })],
    ],
    ["a personal answer of nobody", "does not name whoever asks", [seenOf({ step: personal, body: "{}" })]],
    ["a name in what may be kept", "names a person and may be kept for all", [seenOf({ body: shared + values.name })]],
    [
      "a refusal that does not say when to come back",
      "a 503 that does not say when to come back",
      [seenOf({ status: 503, body: "<h1>Busy</h1>" })],
    ],
    [
      "a refusal without words",
      "a 503 without a word of why",
      [seenOf({ status: 503, body: "", headers: { "retry-after": "3" } })],
    ],
    [
      "a connection that broke by itself",
      "the connection broke though nothing was killed",
      [{ ...seenOf(), reply: null }],
    ],
    ["an answer that never comes", "no answer within 20 seconds", [{ ...seenOf({ ms: 20_000 }), reply: null }]],
    [
      "two pages under one ETag",
      "other bytes under the same ETag",
      [seenOf({ headers: { etag: '"1"' } }), seenOf({ headers: { etag: '"1"' }, body: `${shared}<p>` })],
    ],
  ])("%s", (_what, fault, seen) => expect(faultsOf(...seen)).toEqual([fault]));
});

function conditional() {
  return { method: "GET", path: "/events/opening", headers: { "if-none-match": '"1"' }, body: undefined };
}
