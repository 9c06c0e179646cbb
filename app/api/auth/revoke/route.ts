import { everyone } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import { refreshInput } from "@/lib/access/input";
import { revokeByRefreshToken } from "@/lib/access/sessions";

export const POST = route({ access: everyone, limit: "write", body: refreshInput }, async ({ body }) => {
  await revokeByRefreshToken(body.refreshToken);
  return new Response(null, { status: 204 });
});
