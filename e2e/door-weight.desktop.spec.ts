import { gzipSync } from "node:zlib";
import { openDoorEvent } from "./door-event";
import { startScanning } from "./door-phone";
import { installFakeCamera } from "./fake-camera";
import { expect, test } from "./fixtures";

const most = 200_000;

test("the scanner's JavaScript weighs at most 200 kB gzipped, the code reader apart", async ({
  page,
  request,
  signIn,
}) => {
  const event = await openDoorEvent(request);
  await event.register("Ada Lovelace");
  await signIn("organizer@demo.test");
  await installFakeCamera(page);
  const loaded = new Map<string, Promise<Buffer>>();
  page.on("response", (answer) => {
    const { pathname } = new URL(answer.url());
    if (pathname.startsWith("/_next/static/") && pathname.endsWith(".js")) loaded.set(pathname, answer.body());
  });
  await startScanning(page, event.id);
  let total = 0;
  for (const body of loaded.values()) {
    const script = await body;
    // The code reader is what names its WebAssembly.
    if (!script.includes("zxing_reader")) total += gzipSync(script).length;
  }
  test.info().annotations.push({ type: "gzipped JavaScript", description: `${total} bytes` });
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThanOrEqual(most);
});
