"use client";

import { useEffect, useState } from "react";
import { prepareDecoder } from "../camera/prepare-decoder";
import { prepareVerifying } from "../judge/verify-signature";
import { dropOutdatedRosters } from "../store/drop-outdated";
import { keepPage } from "./keep-page";

/** Makes this page open without network: true once it, the code reader and the service worker are on this phone. */
export function useOfflinePage(eventId: string): boolean {
  const [isReady, setIsReady] = useState(false);

  useEffect(() => {
    let isOver = false;
    async function prepare(): Promise<void> {
      await dropOutdatedRosters();
      // Without https there is neither, and the page works for as long as it is open.
      if (!("serviceWorker" in navigator && "caches" in globalThis)) return;
      await navigator.serviceWorker.register("/door-worker.js", { scope: "/", updateViaCache: "none" });
      await prepareVerifying();
      const isKept = await keepPage(eventId, await prepareDecoder());
      await takeOver();
      if (!isOver) setIsReady(isKept);
    }
    prepare().catch(async () => {
      // Opened without network: then it was kept before, and that is how it came here.
      const wasKept = "caches" in globalThis && (await caches.match(`/door/${eventId}`).catch(() => undefined));
      if (wasKept && !isOver) setIsReady(true);
    });
    return () => {
      isOver = true;
    };
  }, [eventId]);

  return isReady;
}

/** Resolves once the service worker answers for this page; one that is active does not yet, where the page was loaded before it or past it. */
async function takeOver(): Promise<void> {
  const workers = navigator.serviceWorker;
  const { active } = await workers.ready;
  if (workers.controller) return;
  const taken = new Promise((resolve) => workers.addEventListener("controllerchange", resolve, { once: true }));
  active?.postMessage("take over");
  await taken;
}
