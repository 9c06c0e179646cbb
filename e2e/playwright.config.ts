import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./find-chromium";

const { defaultBrowserType: _, ...pixel } = devices["Pixel 7"];

/** Every spec runs at a desk and on a phone, unless its name says `.desktop.spec.ts` or `.phone.spec.ts`. */
export default defineConfig({
  testDir: ".",
  // Playwright empties this folder; the reports lie beside it.
  outputDir: "../test-results/e2e",
  globalSetup: "./global-setup.ts",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/e2e.json" }]],
  use: {
    // Set by the global set-up, before the workers begin.
    baseURL: process.env.TURNOUT_URL,
    // A page is looked at when it stands still.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { executablePath: findChromium() },
    trace: "off",
    screenshot: "only-on-failure",
    video: "off",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
  },
  projects: [
    {
      name: "desktop",
      testIgnore: "**/*.phone.spec.ts",
      use: { browserName: "chromium", viewport: { width: 1440, height: 900 } },
    },
    { name: "phone", testIgnore: "**/*.desktop.spec.ts", use: { browserName: "chromium", ...pixel } },
  ],
});
