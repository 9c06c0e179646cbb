import { doorOf } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import { eventStream, type StreamReader } from "@/app/_server/event-stream";
import { requireDoor } from "@/lib/access/scopes";
import { hearFromDevice } from "@/lib/checkin/hear-from-device";
import { liveDoorInput } from "@/lib/checkin/input";
import { watchDoor } from "@/lib/checkin/watch-door";
import { drainSignal } from "@/lib/platform/draining";

export const dynamic = "force-dynamic";

// A phone comes back after this long.
const longestMs = 10 * 60 * 1000;

export const GET = route(
  {
    access: doorOf<{ query: { eventId: string } }>(({ query }) => query.eventId),
    limit: "checkin",
    query: liveDoorInput,
  },
  async ({ scope, actor, request }) => {
    const ends = [request.signal, drainSignal(), AbortSignal.timeout(longestMs)];
    const mayStay = async () => hearFromDevice(await requireDoor(actor, scope.eventId));
    const { device, actorId, eventId } = scope;
    const listener: StreamReader = device
      ? { kind: "device", id: device.deviceId, eventId }
      : { kind: "person", id: actorId ?? "", eventId };
    return eventStream(listener, (gone) => watchDoor(scope, mayStay, AbortSignal.any([gone, ...ends])), "change");
  },
);
