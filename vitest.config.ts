import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: fileURLToPath(new URL("./", import.meta.url)) }] },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    include: ["{app,bench,bin,db,lib}/**/*.test.{ts,tsx}", "*.test.ts"],
    globalSetup: "lib/testing/global-setup.ts",
    setupFiles: "lib/testing/file-setup.ts",
    pool: "forks",
    // One less than there are cores otherwise, which on two leaves one idle.
    maxWorkers: "100%",
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Far from UTC and not on a whole hour, so that a local time taken for an instant shows.
    env: { TZ: "Asia/Kathmandu", AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  },
});
