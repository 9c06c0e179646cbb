import { gzipSync } from "node:zlib";
import { startScanning } from "./door-phone";
import { expect, test } from "./door-test";
import { installFakeCamera } from "./fake-camera";

const most = 200_000;

test("the scanner's JavaScript weighs at most 200 kB gzipped, the code reader apart", async ({ page, event }) => {
  await event.register("Ada Lovelace");
  await installFakeCamera(page);
  await startScanning(page, event.id);
  const scripts = await page.evaluate(() =>
    [...document.scripts, ...performance.getEntriesByType("resource")]
      .map((script) => new URL("src" in script ? script.src : script.name, location.href).pathname)
      .filter((path) => path.startsWith("/_next/static/") && path.endsWith(".js")),
  );
  let total = 0;
  for (const path of new Set(scripts)) {
    const script = await (await page.request.get(path)).body();
    // The code reader is what names its WebAssembly.
    if (!script.includes("zxing_reader.")) total += gzipSync(script).length;
  }
  test.info().annotations.push({ type: "gzipped JavaScript", description: `${total} bytes` });
  expect(total).toBeGreaterThan(50_000);
  expect(total).toBeLessThanOrEqual(most);
});
