import { everyone } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import { callerOf } from "@/app/_server/caller-of";
import { tokenAnswer } from "@/app/_server/token-answer";
import { tokenInput } from "@/lib/access/input";
import { requireLocalSignIn } from "@/lib/access/provider-settings";
import { signInWithCode } from "@/lib/access/sign-in-with-code";
import { signInWithPassword } from "@/lib/access/sign-in-with-password";
import { config } from "@/lib/platform/config";

export const POST = route({ access: everyone, limit: "signIn", body: tokenInput }, async ({ body, request }) => {
  requireLocalSignIn(config());
  const { email, password = "", code } = body;
  const caller = callerOf(request);
  if (code !== undefined) return tokenAnswer(await signInWithCode({ email, code }, caller));
  return tokenAnswer(await signInWithPassword({ email, password }, caller));
});
