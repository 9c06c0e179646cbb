import { AppError } from "@/lib/platform/errors";

const mostStreams = 300;
// However many are open, an event gets so many of those that are left.
const leastOfEvent = 20;
// A phone at the door shows one page; while it loads anew, the former stream may still be open.
const mostOfReader = { person: 12, device: 3 };

/** Who reads a stream, and about which event. */
export type StreamReader = { kind: keyof typeof mostOfReader; id: string; eventId: string };

type Streams = { count: number; byReader: Map<string, number>; byEvent: Map<string, number> };

// Next bundles each route apart; the count must be one a process.
const holder = globalThis as typeof globalThis & { turnoutStreams?: Streams };

/**
 * An answer of server-sent events, of this name where there is one: one for each message, a comment
 * for each null. It ends with the messages, and they with it: their signal aborts when the reader
 * goes away. At most 300 run in a process, 12 for a person and 3 for a phone, and for one event no
 * more than are free, so that one door leaves the others room; beyond that `unavailable` or
 * `rate_limited`.
 */
export function eventStream(
  reader: StreamReader,
  open: (gone: AbortSignal) => AsyncGenerator<object | null>,
  name?: string,
): Response {
  const release = takeSlot(reader);
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

function takeSlot({ kind, id, eventId }: StreamReader): () => void {
  holder.turnoutStreams ??= { count: 0, byReader: new Map(), byEvent: new Map() };
  const streams = holder.turnoutStreams;
  if ((streams.byReader.get(id) ?? 0) >= mostOfReader[kind]) throw tooManyOfReader();
  const ofEvent = streams.byEvent.get(eventId) ?? 0;
  const free = mostStreams - streams.count;
  if (free <= 0 || ofEvent >= Math.max(leastOfEvent, free)) throw tooMany();
  add(1);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    add(-1);
  };

  function add(change: 1 | -1): void {
    streams.count += change;
    addTo(streams.byReader, id, change);
    addTo(streams.byEvent, eventId, change);
  }
}

function addTo(counts: Map<string, number>, key: string, change: number): void {
  const count = (counts.get(key) ?? 0) + change;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

function tooManyOfReader(): AppError {
  return new AppError("rate_limited", "Too many live views are open. Close one.", { retryAfterSeconds: 30 });
}

function tooMany(): AppError {
  return new AppError("unavailable", "Too many live views are open. Please try again later.", {
    retryAfterSeconds: 30,
  });
}
