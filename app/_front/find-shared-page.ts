import type { Server } from "node:http";
import type { Theme } from "@/app/_components/theme";
import { config } from "@/lib/platform/config";
import { busy } from "@/lib/platform/errors";
import { takeSlot } from "./admission";
import { createPageCache } from "./page-cache";
import type { SharedPage } from "./public-page";
import { isShell } from "./remove-framework";
import { renderPage } from "./render-page";
import { keptFromOthers, sharedPageOf } from "./shared-page";
import type { CachedAnswer } from "./write-cached";

const cache = createPageCache();
// No page's path, so that Next draws its answer to unknown addresses whole; to an unknown event it
// sends a shell for scripts.
const unknownTarget = "/nothing-here";

/**
 * The page as everybody gets it, from the cache (FRONT=1) or drawn now; `admit` may refuse a caller
 * for whom it would be drawn.
 */
export async function findSharedPage(
  server: Server,
  page: SharedPage,
  admit: () => Promise<void>,
): Promise<{ page: CachedAnswer; isHit: boolean }> {
  const { target, theme, audience } = page;
  const draw = () => drawInSlot(server, page);
  if (config().FRONT) return cache.get(`${theme} ${audience ?? ""} ${target}`, draw, admit);
  await admit();
  return { page: await draw(), isHit: false };
}

/** The page that says that there is nothing at this address, whichever it is. */
export async function notFoundPage(server: Server, theme: Theme): Promise<CachedAnswer> {
  const { page } = await findSharedPage(server, { target: unknownTarget, theme, audience: null }, async () => {});
  return page;
}

async function drawInSlot(server: Server, page: SharedPage): Promise<CachedAnswer> {
  const { target, theme, audience } = page;
  // Searches are as many as there are words: they never take the slots of the list and the events.
  const release = takeSlot(target.includes("?") ? "page" : "sharedPage", null);
  if (!release) throw busy("Very many people are here right now.");
  try {
    const rendering = await renderPage(server, page);
    const isNotFound = rendering.status === 404 && isShell(rendering.html);
    if (isNotFound) return await notFoundPage(server, theme);
    const shared = sharedPageOf(rendering);
    return audience === null ? shared : keptFromOthers(shared);
  } finally {
    release();
  }
}
