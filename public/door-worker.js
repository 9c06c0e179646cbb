// The service worker of the door: it opens the scanner without network. Pages put themselves into the cache with everything they
// need (app/(door)/door/[eventId]/_scanner/offline/keep-page.ts), so a new build replaces an old one as a whole or not at all.
// All other pages of the site go by untouched.
const patienceMs = 3_000;
const eventPage = /^\/door\/[0-9a-f-]{36}/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
// A page that was loaded before this worker, or past it by a hard reload, asks to be answered by it.
self.addEventListener("message", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && eventPage.test(pathname)) event.respondWith(openDoor(request, pathname));
  // Their names change with their content: what was kept is right for ever.
  else if (/^\/(_next\/static|fonts)\//.test(pathname))
    event.respondWith(findKept(request).then((kept) => kept ?? fetch(request)));
});

/** The page of the server, or the kept scanner when the server is away, broken or silent. */
async function openDoor(request, pathname) {
  const [scanner] = eventPage.exec(pathname) ?? [];
  const kept = await findKept(scanner);
  if (!kept) return fetch(request);
  const answer = await Promise.race([fetch(request).catch(() => null), silence()]);
  if (answer && answer.status < 500) return answer;
  return pathname === scanner ? kept : Response.redirect(scanner);
}

function silence() {
  return new Promise((resolve) => setTimeout(resolve, patienceMs, null));
}

function findKept(request) {
  return caches.match(request, { ignoreVary: true });
}
