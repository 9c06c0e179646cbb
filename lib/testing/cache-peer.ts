import { sql } from "@/db/client";
import { cached, invalidateTags, onInvalidated } from "@/lib/platform/cache";

/** What a test asks of a peer, and what it answers under the same id. */
export type PeerRequest = { id: number } & (
  | { act: "read"; key: string; tag: string; delayMs: number }
  | { act: "invalidate"; tag: string }
  | { act: "watch"; tag: string }
  | { act: "heard" }
);

// A process of its own for the tests of the cache: reads the table `probe` through it, and does as its parent says.
let heard = 0;

async function perform(request: PeerRequest): Promise<unknown> {
  switch (request.act) {
    case "read": {
      const startedAt = performance.now();
      const value = await cached(request.key, { tags: [request.tag], ttlSeconds: 60 }, async () => {
        const [row] = await sql()`select value from probe`;
        await new Promise((resolve) => setTimeout(resolve, request.delayMs));
        return { value: row?.value, at: new Date(0), loaded: true };
      });
      return { ...value, isDate: value.at instanceof Date, tookMs: performance.now() - startedAt };
    }
    case "invalidate": {
      const startedAt = performance.now();
      await invalidateTags([request.tag]);
      return performance.now() - startedAt;
    }
    case "watch":
      onInvalidated(request.tag, () => heard++);
      return undefined;
    case "heard":
      return heard;
  }
}

process.on("message", (request: PeerRequest) => {
  perform(request).then(
    (result) => process.send?.({ id: request.id, result }),
    (error: unknown) => process.send?.({ id: request.id, error: String(error) }),
  );
});
