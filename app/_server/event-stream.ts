import { AppError } from "@/lib/platform/errors";

const mostStreams = 300;
const mostOfPerson = 12;

// Next bundles each route apart; the count must be one a process.
const holder = globalThis as typeof globalThis & { turnoutStreams?: Map<string, number> };

/**
 * An answer of server-sent events, of this name where there is one: one for each message, a comment for each null. It ends with the messages, and they with it:
 * their signal aborts when the reader goes away. At most 300 run in a process and 12 for a person; beyond that `unavailable` or
 * `rate_limited`.
 */
export function eventStream(
  userId: string,
  open: (gone: AbortSignal) => AsyncGenerator<object | null>,
  name?: string,
): Response {
  const release = takeSlot(userId);
  const gone = new AbortController();
  const messages = open(gone.signal);
  const encoder = new TextEncoder();
  const named = name ? `event: ${name}\n` : "";
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode("retry: 3000\n\n"));
    },
    async pull(controller) {
      const next = await messages.next().catch(() => ({ done: true, value: null }) as const);
      if (!next.done) {
        controller.enqueue(
          encoder.encode(next.value ? `${named}data: ${JSON.stringify(next.value)}\n\n` : ": still here\n\n"),
        );
        return;
      }
      release();
      controller.close();
    },
    async cancel() {
      release();
      gone.abort();
      await messages.return(null);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // no-transform: a compressing proxy would hold events back, and so would nginx without the second header.
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

function takeSlot(userId: string): () => void {
  holder.turnoutStreams ??= new Map();
  const streams = holder.turnoutStreams;
  const ofPerson = streams.get(userId) ?? 0;
  if (ofPerson >= mostOfPerson)
    throw new AppError("rate_limited", "Too many live views are open. Close one.", { retryAfterSeconds: 30 });
  if ([...streams.values()].reduce((sum, count) => sum + count, 0) >= mostStreams)
    throw new AppError("unavailable", "Too many live views are open. Please try again later.", {
      retryAfterSeconds: 30,
    });
  streams.set(userId, ofPerson + 1);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    const left = (streams.get(userId) ?? 1) - 1;
    if (left > 0) streams.set(userId, left);
    else streams.delete(userId);
  };
}
