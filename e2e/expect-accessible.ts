import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with every violation of WCAG 2.2 AA that axe finds on the page as it stands, light or dark; `state` says what it is just showing. */
export async function expectAccessible(page: Page, state = ""): Promise<void> {
  await page.waitForLoadState("load");
  await page.evaluate(source);
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findViolations(page), `${page.url()} ${state} ${colorScheme}`).toEqual([]);
  }
}

function findViolations(page: Page): Promise<string[]> {
  return page.evaluate(async (tags) => {
    // Only what the page itself holds: a mail shown in its frame has no scripts and would never answer.
    const { axe: engine } = window as unknown as { axe: typeof axe };
    const { violations } = await engine.run(document, { runOnly: tags, resultTypes: ["violations"], iframes: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  }, tags);
}

/** Fails when a phone of 320 pixels would have to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320);
}
