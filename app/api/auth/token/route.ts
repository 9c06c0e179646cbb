import { everyone } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import { callerOf } from "@/app/_server/caller-of";
import { tokenAnswer } from "@/app/_server/token-answer";
import { passwordInput } from "@/lib/access/input";
import { requireLocalSignIn } from "@/lib/access/provider-settings";
import { signInWithPassword } from "@/lib/access/sign-in-with-password";
import { config } from "@/lib/platform/config";

export const POST = route({ access: everyone, limit: "signIn", body: passwordInput }, async ({ body, request }) => {
  requireLocalSignIn(config());
  return tokenAnswer(await signInWithPassword(body, callerOf(request)));
});
