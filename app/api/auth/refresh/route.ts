import { everyone } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import { tokenAnswer } from "@/app/_server/token-answer";
import { refreshInput } from "@/lib/access/input";
import { rotateByRefreshToken } from "@/lib/access/sessions";
import { AppError } from "@/lib/platform/errors";

export const POST = route({ access: everyone, limit: "write", body: refreshInput }, async ({ body }) => {
  const renewed = await rotateByRefreshToken(body.refreshToken);
  if (!renewed) throw new AppError("unauthenticated", "This refresh token is wrong, expired or already used.");
  return tokenAnswer(renewed);
});
