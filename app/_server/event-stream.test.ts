import { expect, test } from "vitest";
import { newId } from "@/lib/platform/id";
import { eventStream, type StreamReader } from "./event-stream";

async function* silence(): AsyncGenerator<null> {
  yield null;
}

/** Opens so many streams of this reader; those that are refused are the codes of their refusal. */
function openMany(count: number, reader: StreamReader): { open: Response[]; refused: unknown[] } {
  const open: Response[] = [];
  const refused: unknown[] = [];
  for (let nth = 0; nth < count; nth++)
    try {
      open.push(eventStream(reader, silence));
    } catch (error) {
      refused.push((error as { code: string }).code);
    }
  return { open, refused };
}

const close = (streams: Response[]) => Promise.all(streams.map((stream) => stream.body?.cancel()));

test("the phones of one door, each with twelve streams, leave the other events their live views", async () => {
  const eventId = newId();
  const phones = Array.from({ length: 120 }, () => openMany(12, { kind: "device", id: newId(), eventId }));
  const open = phones.flatMap((phone) => phone.open);
  expect(open).toHaveLength(150);
  expect(phones[0]?.open).toHaveLength(3);
  const organizers = Array.from({ length: 70 }, () => openMany(1, { kind: "person", id: newId(), eventId: newId() }));
  expect(organizers.flatMap(({ refused }) => refused)).toEqual([]);
  await close([...open, ...organizers.flatMap((organizer) => organizer.open)]);
});

test("a person has twelve, whatever they look at, and gets one back that ended", async () => {
  const id = newId();
  const { open, refused } = openMany(13, { kind: "person", id, eventId: newId() });
  expect([open.length, refused]).toEqual([12, ["rate_limited"]]);
  await close(open.splice(0, 1));
  const again = openMany(1, { kind: "person", id, eventId: newId() });
  expect(again.open).toHaveLength(1);
  await close([...open, ...again.open]);
});
