import type { Page } from "@playwright/test";
import { catchVerdict } from "./catch-verdict";
import { startScanning } from "./door-phone";
import { expect, test } from "./door-test";
import { holdUp, installFakeCamera } from "./fake-camera";

declare global {
  interface Window {
    phone?: { isLit: boolean; locks: number; interrupt: () => void };
  }
}

/** A phone with two cameras, of which the back one has a light, and a screen that can be kept awake. */
async function installPhone(page: Page): Promise<void> {
  await installFakeCamera(page);
  await page.addInitScript(() => {
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    const cameras = ["back", "front"].map((name) => ({
      kind: "videoinput",
      deviceId: name,
      label: `The ${name} camera`,
    }));
    const phone = { isLit: false, locks: 0, interrupt: () => {} };
    window.phone = phone;
    navigator.mediaDevices.enumerateDevices = async () => cameras as unknown as MediaDeviceInfo[];
    navigator.mediaDevices.getUserMedia = async (asked) => {
      const stream = await open(asked);
      const [track] = stream.getVideoTracks();
      const isFront = JSON.stringify(asked).includes('"exact":"front"');
      if (!track) return stream;
      track.getSettings = () => ({
        deviceId: isFront ? "front" : "back",
        facingMode: isFront ? "user" : "environment",
      });
      track.getCapabilities = () => ({ torch: !isFront }) as MediaTrackCapabilities;
      track.applyConstraints = async (wanted) => {
        phone.isLit = JSON.stringify(wanted).includes('"torch":true');
      };
      // As a call does: the picture ends, and the page hears of it.
      phone.interrupt = () => {
        track.stop();
        track.dispatchEvent(new Event("ended"));
      };
      return stream;
    };
    const lock = { release: async () => void phone.locks-- };
    Object.defineProperty(navigator, "wakeLock", {
      value: {
        request: async () => {
          phone.locks++;
          return lock;
        },
      },
    });
  });
}

test("the front camera is shown as in a mirror and reads all the same; the back one has its light", async ({
  page,
  event,
}) => {
  const ada = await event.register("Ada Lovelace");
  await installPhone(page);
  await startScanning(page, event.id);
  const picture = page.locator("video");
  const mirrors = () => picture.evaluate((video) => getComputedStyle(video).scale);
  expect(await mirrors()).toBe("none");
  await page.getByRole("button", { name: "Light" }).click();
  await expect(page.getByRole("button", { name: "Light" })).toHaveAttribute("aria-pressed", "true");
  expect(await page.evaluate(() => window.phone?.isLit)).toBe(true);

  await page.getByRole("combobox", { name: /^Camera/ }).selectOption("The front camera");
  await expect.poll(mirrors).toBe("-1 1");
  await expect(page.getByRole("button", { name: "Light" })).toBeHidden();
  await holdUp(page, ada.code);
  await catchVerdict(page, "admitted", "Ada Lovelace");
});

test("after a call the camera is back by itself, and the screen stays awake while it reads", async ({
  page,
  event,
}) => {
  const ada = await event.register("Ada Lovelace");
  await installPhone(page);
  await startScanning(page, event.id);
  const locks = () => page.evaluate(() => window.phone?.locks);
  await expect.poll(locks).toBe(1);
  await page.evaluate(() => window.phone?.interrupt());
  await expect(page.getByText("The camera was interrupted")).toBeVisible();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await holdUp(page, ada.code);
  await catchVerdict(page, "admitted", "Ada Lovelace");
  await expect.poll(locks).toBe(1);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect.poll(locks).toBe(0);
});
