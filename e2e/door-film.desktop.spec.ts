import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { openDoorEvent } from "./door-event";
import { startScanning } from "./door-phone";
import { findChromium } from "./find-chromium";
import { expect, test } from "./fixtures";
import { type FilmLook, writeQrFilm } from "./qr-film";

const looks: [string, FilmLook][] = [
  ["in good light", {}],
  ["blurred", { blur: 2 }],
  ["tilted by twenty degrees", { tilt: 20 }],
  ["in dim light", { light: 0.25 }],
  ["blurred, tilted and dim", { blur: 1, tilt: 8, light: 0.4 }],
];

for (const [how, look] of looks)
  test(`a ticket filmed ${how} passes through the browser's own camera`, async ({ request, signIn, baseURL }) => {
    const event = await openDoorEvent(request);
    const ada = await event.register("Ada Lovelace");
    const ben = await event.register("Ben Weiß");
    const folder = mkdtempSync(path.join(tmpdir(), "turnout-film-"));
    const film = path.join(folder, "door.y4m");
    writeQrFilm(film, [ada.code, ben.code], look);
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: [
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        `--use-file-for-fake-video-capture=${film}`,
      ],
    });
    try {
      const page = await (await browser.newContext({ baseURL, permissions: ["camera"] })).newPage();
      const elsewhere: string[] = [];
      page.on("request", (sent) => elsewhere.push(...[sent.url()].filter((url) => !url.startsWith(baseURL ?? ""))));
      await signIn("organizer@demo.test", page);
      await startScanning(page, event.id);
      await expect(page.getByText("2 in / 2").first()).toBeVisible({ timeout: 20_000 });
      // The phone counts at once; the server has it a moment later.
      const namesAdmitted = async () =>
        (await event.log()).filter((scan) => scan.verdict === "admitted").map((scan) => scan.name);
      await expect.poll(async () => (await namesAdmitted()).sort()).toEqual(["Ada Lovelace", "Ben Weiß"]);
      expect(elsewhere.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:"))).toEqual([]);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  });
