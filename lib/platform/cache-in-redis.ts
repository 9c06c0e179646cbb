import { deserialize, serialize } from "node:v8";
import type { Redis } from "ioredis";
import type { CacheOptions, CacheReading, CacheStore } from "./cache-store";
import { now } from "./clock";
import { newId } from "./id";
import { openRedisSubscriber, withRedis } from "./redis";
import { createTagCourier } from "./tag-courier";

const channel = "turnout:invalidated";
const tagSeconds = 2 * 24 * 60 * 60;

type Envelope = { versions: string[]; freshUntilMs: number; value: unknown };
type Lookup = { envelope: Envelope | null; versions: string[] };

const miss: CacheReading = { isHit: false, keep: () => {} };
const tagKey = (tag: string) => `turnout:tag:${tag}`;
// Dates stay dates: values travel in V8's format, which another major of Node might read differently.
const valueKey = (key: string) => `turnout:value:${process.versions.modules}:${key}`;

/**
 * Values and tag versions in Redis, shared by every process. Versions are drawn, not counted, so that one lost to eviction never
 * comes back. Without an answer from Redis everything is a miss, and what could not be invalidated is owed until it answers.
 */
export function createRedisStore(): CacheStore {
  const origin = newId();

  const courier = createTagCourier((tags) =>
    withRedis(
      async (client) => {
        const pipeline = client.pipeline();
        for (const tag of tags) pipeline.set(tagKey(tag), newId(), "EX", tagSeconds);
        pipeline.publish(channel, JSON.stringify({ origin, tags }));
        const results = (await pipeline.exec()) ?? [];
        for (const [error] of results) if (error) throw error;
      },
      (error) => {
        throw error;
      },
    ),
  );

  return {
    async read(key: string, options: CacheOptions): Promise<CacheReading> {
      if (courier.isOwing(options.tags)) return miss;
      const found = await withRedis<Lookup | null>(
        (client) => lookUp(client, key, options.tags),
        () => null,
      );
      if (!found) return miss;
      const { envelope, versions } = found;
      if (envelope && isGood(envelope, versions)) return { isHit: true, value: envelope.value };
      return { isHit: false, keep: (value) => keep(key, options, { versions, value }) };
    },
    invalidate: (tags) => courier.deliver(tags),
    listen(onInvalidated) {
      void openRedisSubscriber().then((subscriber) => {
        subscriber?.on("ready", () => {
          subscriber.subscribe(channel).then(
            () => onInvalidated(null),
            () => {},
          );
        });
        subscriber?.on("message", (_channel: string, payload: string) => {
          const message: { origin: string; tags: string[] } = JSON.parse(payload);
          if (message.origin !== origin) onInvalidated(message.tags);
        });
      });
    },
  };
}

async function lookUp(client: Redis, key: string, tags: string[]): Promise<Lookup> {
  const [raw, ...stored] = await client.mgetBuffer(valueKey(key), ...tags.map(tagKey));
  if (stored.every((version) => version)) return { envelope: open(raw), versions: stored.map(String) };
  const pipeline = client.pipeline();
  for (const tag of tags) pipeline.set(tagKey(tag), newId(), "EX", tagSeconds, "NX");
  pipeline.mget(...tags.map(tagKey));
  const last = (await pipeline.exec())?.at(-1);
  if (!last || last[0]) throw last?.[0] ?? new Error("no answer to a pipeline");
  return { envelope: null, versions: (last[1] as (string | null)[]).map(String) };
}

function keep(key: string, { ttlSeconds }: CacheOptions, content: { versions: string[]; value: unknown }): void {
  const envelope: Envelope = { ...content, freshUntilMs: now().getTime() + ttlSeconds * 1000 };
  const stored = withRedis(
    async (client) => {
      await client.set(valueKey(key), serialize(envelope), "EX", ttlSeconds);
    },
    () => {},
  );
  void stored;
}

function open(raw: Buffer | null | undefined): Envelope | null {
  if (!raw) return null;
  try {
    return deserialize(raw);
  } catch {
    return null;
  }
}

function isGood(envelope: Envelope, versions: string[]): boolean {
  return (
    envelope.freshUntilMs > now().getTime() && versions.every((version, index) => version === envelope.versions[index])
  );
}
