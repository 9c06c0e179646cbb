import { doorOf } from "@/app/_server/access";
import { json, withHeaders } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { setDoorCookie } from "@/app/_server/door-cookie";
import { startDeviceInput } from "@/lib/checkin/input";
import { startDevice } from "@/lib/checkin/start-device";

export const POST = route(
  { access: doorOf<{ body: { eventId: string } }>(({ body }) => body.eventId), limit: "write", body: startDeviceInput },
  async ({ scope, actor, body }) => {
    const { token, ...device } = await startDevice(scope, actor.kind === "person" ? actor : null, body);
    return withHeaders(json(device), { "Set-Cookie": setDoorCookie(token) });
  },
);
