import type { Page } from "@playwright/test";

declare global {
  interface Window {
    verdicts?: { name: string | undefined; text: string }[];
  }
}

/** Keeps what is shown from now on: a verdict goes by itself after a second, sooner than a test on a busy computer may look. */
export async function noteVerdicts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isWatching = window.verdicts !== undefined;
    window.verdicts = [];
    if (isWatching) return;
    const changes = { childList: true, characterData: true, subtree: true, attributeFilter: ["data-verdict"] };
    new MutationObserver(() => {
      const screen = document.querySelector<HTMLElement>("[data-verdict]");
      if (screen?.checkVisibility())
        window.verdicts?.push({ name: screen.dataset.verdict, text: screen.textContent ?? "" });
    }).observe(document, changes);
  });
}

/** Waits for a verdict with this text that is shown, or has been since something was last held up or typed. */
export async function catchVerdict(page: Page, name: string, text = ""): Promise<void> {
  await page.waitForFunction(
    ([wanted, words]) => {
      const screen = document.querySelector(`[data-verdict="${wanted}"]`);
      if (screen?.checkVisibility() && screen.textContent?.includes(words)) return true;
      return window.verdicts?.some((shown) => shown.name === wanted && shown.text.includes(words));
    },
    [name, text] as const,
    { polling: "raf", timeout: 20_000 },
  );
}
