const cacheOf = (eventId: string) => `turnout-door-${eventId}`;

/**
 * Puts this page, as it runs, into the cache: its HTML and everything it has loaded, with `more` that it will load. True when a
 * whole page is there. While the server already has a newer build nothing is touched: the kept page stays whole until the new one opens.
 */
export async function keepPage(eventId: string, more: string[]): Promise<boolean> {
  const path = `/door/${eventId}`;
  const answer = await fetch(path, { headers: { Accept: "text/html" }, cache: "no-store" });
  const wasKept = (await caches.match(path)) !== undefined;
  if (!answer.ok || answer.redirected) return wasKept;
  const html = await answer.clone().text();
  const running = [...document.scripts].map(({ textContent }) => buildOf(textContent ?? "")).find(Boolean);
  if (!running || buildOf(html) !== running) return wasKept;
  const assets = new Set([...assetsOf(html), ...loaded(), ...more]);
  const cache = await caches.open(cacheOf(eventId));
  const missing = await Promise.all([...assets].map(async (asset) => ((await cache.match(asset)) ? [] : [asset])));
  await cache.addAll(missing.flat());
  await cache.put(path, answer);
  const kept = await cache.keys();
  const isOld = ({ url }: Request) => ![path, ...assets].includes(new URL(url).pathname);
  await Promise.all(kept.filter(isOld).map((request) => cache.delete(request)));
  return true;
}

/** Forgets the kept page of an event. */
export async function forgetPage(eventId: string): Promise<void> {
  if ("caches" in globalThis) await caches.delete(cacheOf(eventId));
}

/** The build that wrote this part of a page, as Next puts it into the data of each. */
function buildOf(text: string): string | undefined {
  return /"buildId\\":\\"([\w-]+)/.exec(text)?.[1];
}

function loaded(): string[] {
  const own = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  return own
    .filter(({ origin, pathname }) => origin === location.origin && /^\/(_next\/static|fonts)\//.test(pathname))
    .map(({ pathname }) => pathname);
}

function assetsOf(html: string): string[] {
  return html.match(/\/(?:_next\/static|fonts)\/[\w./@%~-]+\.(?:js|css|woff2)/g) ?? [];
}
