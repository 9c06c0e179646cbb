import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { boundConnections } from "./bound-connections";

const settings = { TRUSTED_PROXY_HOPS: 0, RATE_LIMIT_SCALE: 0.001 };
const from = (remoteAddress: string) => Object.assign(new PassThrough(), { remoteAddress });

it("one address has so many connections open; others, and a closed one's place, are free", async () => {
  const mayConnect = boundConnections(settings);
  const open = Array.from({ length: 4 }, () => from("192.0.2.1"));
  expect(open.map(mayConnect)).toEqual([true, true, true, true]);
  const beyond = from("192.0.2.1");
  expect([mayConnect(beyond), beyond.destroyed, mayConnect(from("192.0.2.2"))]).toEqual([false, true, true]);
  open[0]?.destroy();
  await new Promise(setImmediate);
  expect([mayConnect(from("192.0.2.1")), mayConnect(from("192.0.2.1"))]).toEqual([true, false]);
});

it("proxies, whose connections carry everybody, have no bound, and the scale 0 takes it away", () => {
  for (const more of [{ TRUSTED_PROXY_HOPS: 1 }, { RATE_LIMIT_SCALE: 0 }]) {
    const mayConnect = boundConnections({ ...settings, ...more });
    expect(Array.from({ length: 9 }, () => mayConnect(from("192.0.2.1")))).not.toContain(false);
  }
});
