import { anyPerson } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import { endSession } from "@/lib/access/end-session";
import { sessionIdParams } from "@/lib/access/input";

export const DELETE = route(
  { access: anyPerson, limit: "write", params: sessionIdParams },
  async ({ scope, params }) => {
    await endSession(scope, params.id);
    return new Response(null, { status: 204 });
  },
);
