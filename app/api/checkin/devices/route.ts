import { doorOf } from "@/app/_server/access";
import { setDoorCookie } from "@/app/_server/door-cookie";
import { json, route } from "@/app/_server/route";
import { startDeviceInput } from "@/lib/checkin/input";
import { startDevice } from "@/lib/checkin/start-device";

export const POST = route(
  { access: doorOf<{ body: { eventId: string } }>(({ body }) => body.eventId), limit: "write", body: startDeviceInput },
  async ({ scope, actor, body }) => {
    const { token, ...device } = await startDevice(scope, actor.kind === "person" ? actor : null, body);
    const answer = json(device);
    answer.headers.append("Set-Cookie", setDoorCookie(token));
    return answer;
  },
);
