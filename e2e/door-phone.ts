import { expect, type Page } from "@playwright/test";
import { forgetVerdicts } from "./catch-verdict";

/** Opens an event's door, waits until it is ready to work without network, and starts the camera. */
export async function startScanning(page: Page, eventId: string): Promise<void> {
  await page.goto(`/door/${eventId}`);
  await expect(page.getByText("Works without network")).toBeVisible();
  await expect(page.getByText(/(person is|people are) on this device/)).toBeVisible();
  await page.getByRole("button", { name: "Start scanning" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
}

/** The screen of this verdict. */
export const verdict = (page: Page, name: string) => page.locator(`[data-verdict="${name}"]`);

/** Keeps what the door says to a screen reader, however soon the next thing replaces it; gives everything said so far. */
export async function listenToDoor(page: Page): Promise<() => Promise<string[]>> {
  const said = await page
    .getByRole("alert")
    .first()
    .evaluateHandle((live) => {
      const texts: string[] = [];
      const changes = { childList: true, characterData: true, subtree: true };
      new MutationObserver(() => texts.push(live.textContent ?? "")).observe(live, changes);
      return texts;
    });
  return () => said.jsonValue();
}

/** Checks in by a typed code, without waiting for what comes of it. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await forgetVerdicts(page);
  await page.getByRole("button", { name: "Type a code" }).click();
  await page.getByLabel("Ticket code").fill(code);
  await page.keyboard.press("Enter");
}

/** Types a code and Enter as a hand scanner does, five milliseconds apart by the keyboard's clock, however busy this computer is. */
export async function typeLikeScanner(page: Page, code: string): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  const startsAtMs = Date.now();
  for (const [index, key] of [...code, "Enter"].entries()) {
    const text = key === "Enter" ? "\r" : key;
    const timestamp = (startsAtMs + 5 * index) / 1_000;
    await keyboard.send("Input.dispatchKeyEvent", { type: "keyDown", key, text, timestamp });
    await keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", key, timestamp });
  }
  await keyboard.detach();
}
