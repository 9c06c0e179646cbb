import { announcePageSwapped } from "./page-swapped";

/** Loads this page anew into itself, with what was typed; false when it can't be had now. */
export async function refreshPage(): Promise<boolean> {
  const answer = await fetch(location.href, { headers: { accept: "text/html" }, cache: "no-cache" }).catch(() => null);
  if (!answer?.ok) return false;
  // Few pages ever need it, so it is loaded then.
  const { swapPage } = await import("./swap-page");
  swapPage(await answer.text());
  announcePageSwapped();
  return true;
}
