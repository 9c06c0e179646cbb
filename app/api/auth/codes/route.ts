import { everyone } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { callerOf } from "@/app/_server/caller-of";
import { requestCodeInput } from "@/lib/access/input";
import { requireLocalSignIn } from "@/lib/access/provider-settings";
import { requestSignInCode } from "@/lib/access/request-sign-in-code";
import { signInCodeSeconds } from "@/lib/access/sign-in-codes";
import { config } from "@/lib/platform/config";
import { AppError } from "@/lib/platform/errors";

export const POST = route({ access: everyone, limit: "signIn", body: requestCodeInput }, async ({ body, request }) => {
  requireLocalSignIn(config());
  await requestSignInCode(body, callerOf(request)).catch((error: unknown) => {
    // The same answer always: what was sent before has its time.
    if (!(error instanceof AppError) || error.code !== "rate_limited") throw error;
  });
  return json({ expiresIn: signInCodeSeconds }, 202);
});
