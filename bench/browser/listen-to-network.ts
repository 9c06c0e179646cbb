import type { CDPSession, Page } from "@playwright/test";

/** One request as it went over the wire, and its answer. */
export type Sent = {
  method: string;
  url: URL;
  /** Of the browser: Document, Script, Stylesheet, Font, Image, Fetch … */
  type: string;
  headers: Record<string, string>;
  body: string | null;
  /** When it was sent, by this process's clock. */
  at: number;
  status: number;
  contentType: string;
  answer: string;
};

type Asked = { method: string; url: string; type: string; at: number; body: Promise<string | null> };
type Answered = { status: number; headers: Record<string, string> };
/**
 * A request that is redirected keeps its id, so each id has lists: what was asked, what went over
 * the wire, what came back.
 */
type Exchange = {
  asked: Asked[];
  wire: Record<string, string>[];
  answered: Answered[];
  answer: Promise<string> | null;
};

export type Network = {
  /**
   * All that has been sent since the last time, in order; what the browser had in its cache is not
   * among it.
   */
  take: () => Promise<Sent[]>;
  /** Resolves when everything has been answered and nothing more was sent for so long. */
  quiet: (ms: number) => Promise<void>;
};

// What takes longer is a stream that does not end.
const longestMs = 5_000;

/**
 * Records what this page sends, as the browser's network stack reports it (Chrome DevTools
 * Protocol).
 */
export async function listenToNetwork(page: Page): Promise<Network> {
  const session = await page.context().newCDPSession(page);
  let exchanges = new Map<string, Exchange>();
  const pending = new Set<string>();
  let lastAt = performance.now();
  const of = (id: string): Exchange => {
    lastAt = performance.now();
    const exchange = exchanges.get(id) ?? { asked: [], wire: [], answered: [], answer: null };
    exchanges.set(id, exchange);
    return exchange;
  };
  session.on("Network.requestWillBeSent", ({ requestId, request, type = "Other" }) => {
    const { method, url, postData, hasPostData } = request;
    const body = postData === undefined && hasPostData ? bodyOf(session, requestId) : Promise.resolve(postData ?? null);
    pending.add(requestId);
    of(requestId).asked.push({ method, url, type, at: performance.now(), body });
  });
  session.on("Network.requestWillBeSentExtraInfo", ({ requestId, headers }) => void of(requestId).wire.push(headers));
  session.on("Network.responseReceivedExtraInfo", ({ requestId, statusCode, headers }) => {
    of(requestId).answered.push({ status: statusCode, headers });
  });
  session.on("Network.loadingFailed", ({ requestId }) => {
    pending.delete(requestId);
    of(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId }) => {
    pending.delete(requestId);
    of(requestId).answer = answerOf(session, requestId);
  });
  await session.send("Network.enable", { maxPostDataSize: 1_000_000 });
  return {
    take: async () => {
      const all = [...exchanges.values()];
      exchanges = new Map();
      return (await Promise.all(all.map(sentOf))).flat().sort((one, other) => one.at - other.at);
    },
    quiet: async (ms) => {
      // What was just caused may not have been reported yet.
      lastAt = performance.now();
      const giveUpAt = lastAt + longestMs;
      while (performance.now() - lastAt < ms || (pending.size > 0 && performance.now() < giveUpAt))
        await page.waitForTimeout(ms / 4);
      pending.clear();
    },
  };
}

async function sentOf({ asked, wire, answered, answer }: Exchange): Promise<Sent[]> {
  const text = (await answer) ?? "";
  return Promise.all(
    asked.slice(0, wire.length).map(async ({ body, url, ...rest }, nth) => {
      const { status = 0, headers = {} } = answered[nth] ?? {};
      const isLast = nth === asked.length - 1;
      return {
        ...rest,
        url: new URL(url),
        body: await body,
        headers: wire[nth] ?? {},
        status,
        contentType: Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "",
        answer: isLast ? text : "",
      };
    }),
  );
}

async function bodyOf(session: CDPSession, requestId: string): Promise<string | null> {
  const { postData } = await session.send("Network.getRequestPostData", { requestId });
  return postData;
}

async function answerOf(session: CDPSession, requestId: string): Promise<string> {
  // A page that was left has taken what it loaded with it.
  const got = await session.send("Network.getResponseBody", { requestId }).catch(() => null);
  if (!got) return "";
  return got.base64Encoded ? Buffer.from(got.body, "base64").toString() : got.body;
}
