import type { Page } from "@playwright/test";

declare global {
  interface Window {
    verdicts?: { name: string | undefined; text: string }[];
  }
}

/** Keeps the verdicts that the page shows: one goes by itself after a second, sooner than a test on a busy computer may look. Call it before the page is opened. */
export async function noteVerdicts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.verdicts = [];
    const changes = { childList: true, characterData: true, subtree: true, attributeFilter: ["data-verdict"] };
    new MutationObserver(() => {
      const screen = document.querySelector<HTMLElement>("[data-verdict]");
      if (screen?.checkVisibility())
        window.verdicts?.push({ name: screen.dataset.verdict, text: screen.textContent ?? "" });
    }).observe(document, changes);
  });
}

/** Forgets those of before, for what is held up or typed next. */
export async function forgetVerdicts(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.verdicts = [];
  });
}

/** Waits for a verdict with this text, shown since something was last held up or typed. */
export async function catchVerdict(page: Page, name: string, text = ""): Promise<void> {
  await page.waitForFunction(
    ([wanted, words]) => window.verdicts?.some((shown) => shown.name === wanted && shown.text.includes(words)),
    [name, text] as const,
    { timeout: 20_000 },
  );
}
