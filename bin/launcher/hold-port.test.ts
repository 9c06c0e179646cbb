import { expect, test } from "vitest";
import { findFreePort, isPortFree } from "@/lib/platform/embedded/find-free-port";
import { holdPort } from "./hold-port";
import { StartFault } from "./start-fault";

test("a port is held for the site alone until it is released", async () => {
  const port = await findFreePort();
  const release = await holdPort(port, "0.0.0.0");
  expect(await isPortFree(port, "127.0.0.1")).toBe(false);
  await expect(holdPort(port, "0.0.0.0")).rejects.toThrow(StartFault);

  await release();
  expect(await isPortFree(port, "0.0.0.0")).toBe(true);
});

test("who comes early learns that the site is starting, and a connection kept open does not delay it", async () => {
  const port = await findFreePort();
  const release = await holdPort(port, "0.0.0.0");
  const early = await fetch(`http://127.0.0.1:${port}/events`);
  expect(early.status).toBe(503);
  expect(early.headers.get("retry-after")).toBe("5");
  expect(await early.text()).toContain("Turnout is starting");

  await release();
  await expect(fetch(`http://127.0.0.1:${port}/events`)).rejects.toThrow();
});
