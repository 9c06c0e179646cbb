import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, request, test } from "@playwright/test";
import { findFreePort } from "../lib/platform/embedded/find-free-port";
import { makeEvent } from "./make-event";
import { findDescendants } from "./process-tree";
import { type StartedProduct, startProduct } from "./start-product";

test.setTimeout(180_000);

const people = 100;
const folder = mkdtempSync(path.join(tmpdir(), "turnout-rolling-"));
let product: StartedProduct;
let url = "";

test.beforeAll(async () => {
  const PORT = String(await findFreePort());
  url = `http://localhost:${PORT}`;
  product = await startProduct({
    ...{ TURNOUT_DATA_DIR: path.join(folder, "data"), TURNOUT_DEMO: "1", RATE_LIMIT_SCALE: "0" },
    ...{ PORT, WEB_PROCESSES: "2" },
  });
});

test.afterAll(async () => {
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("web processes that are ended one after the other under load fail no call and lose nothing", async () => {
  const api = await request.newContext({ baseURL: url });
  const event = await makeEvent(api, { capacity: 1_000_000 });

  let isOver = false;
  let registered = 0;
  const failures: unknown[] = [];
  // As a proxy calls: connections that stay, and no second try.
  async function keepRegistering(person: number): Promise<void> {
    for (let nth = 0; !isOver; nth++) {
      const body = { eventId: event.id, name: "Grace Hopper", email: `rolling-${person}-${nth}@example.org` };
      const headers = { "Content-Type": "application/json" };
      try {
        const answer = await fetch(`${url}/api/registrations`, { method: "POST", headers, body: JSON.stringify(body) });
        if (answer.status === 201) registered += 1;
        else failures.push(answer.status);
        await answer.arrayBuffer();
      } catch (error) {
        failures.push(error instanceof Error ? (error.cause ?? error) : error);
      }
      await sleep(20 * Math.random());
    }
  }
  const load = Promise.all(Array.from({ length: people }, (_, person) => keepRegistering(person)));

  await sleep(2_000);
  for (const pid of websOf(product)) {
    process.kill(pid, "SIGTERM");
    await expect.poll(() => websOf(product).filter((other) => other !== pid).length, { timeout: 60_000 }).toBe(2);
    await sleep(3_000);
  }
  isOver = true;
  await load;

  expect(failures).toEqual([]);
  const { seatsTaken } = await (await api.get(`/api/events/${event.id}`)).json();
  expect(registered).toBeGreaterThan(1_000);
  expect(seatsTaken).toBe(registered);
  await api.dispose();
  expect(await product.stop()).toBe(0);
});

const websOf = ({ pid }: StartedProduct) => findDescendants(pid, "next-server");
