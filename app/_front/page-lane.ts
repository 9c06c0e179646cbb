import type { Server } from "node:http";
import { config } from "@/lib/platform/config";
import { siteAddressOf } from "@/lib/platform/guard/answer-headers";
import { log } from "@/lib/platform/log";
import { metrics } from "@/lib/platform/metrics";
import { keptPageOf } from "./kept-page";
import { takePlace } from "./lane";
import type { PageAsk } from "./page-ask";
import { createPageCache } from "./page-cache";
import { renderPage } from "./render-page";
import type { Visit } from "./visit";
import { type Kept, writeKept } from "./write-kept";

const cache = createPageCache();
const site = siteAddressOf(config());

/** Answers with the kept page, or with the one being drawn, where that is for anybody and there is room to draw it. */
export async function answerFromCache(
  { server, request, response }: Visit,
  ask: PageAsk,
): Promise<"answered" | "not for anybody" | "busy"> {
  try {
    const { page, isHit } = await cache.get(`${ask.theme} ${ask.target}`, () => draw(server, ask));
    metrics().sharedPages.inc({ result: isHit ? "hit" : page ? "drawn" : "not shared" });
    if (!page) return "not for anybody";
    await writeKept(request, response, page);
    return "answered";
  } catch (error) {
    if (error instanceof NoPlace) return "busy";
    log.warn({ err: error, path: ask.target }, "a page could not be drawn for sharing");
    return "not for anybody";
  }
}

class NoPlace extends Error {}

async function draw(server: Server, ask: PageAsk): Promise<Kept | null> {
  const leave = takePlace("page");
  if (!leave) throw new NoPlace();
  try {
    return keptPageOf(await renderPage(server, ask), site);
  } finally {
    leave();
  }
}
