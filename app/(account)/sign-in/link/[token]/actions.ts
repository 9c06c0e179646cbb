"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { everyone } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { currentCaller } from "@/app/_server/current-caller";
import { placeAfterSignIn } from "@/app/_server/second-factor";
import { startBrowserSession } from "@/app/_server/start-browser-session";
import { signInWithLink } from "@/lib/access/sign-in-with-link";
import { afterSignIn } from "../../sign-in-href";

const tokenForm = z.object({ token: z.string().max(100) });

/** Spends the operator's link and signs this browser in. */
const signInByLinkAction = action(
  { access: everyone, limit: "signIn", input: tokenForm },
  async ({ input: { token } }): Promise<never> => {
    const started = await signInWithLink({ kind: "sign_in", token }, currentCaller());
    await startBrowserSession(started);
    redirect(placeAfterSignIn(started.person, afterSignIn));
  },
);

export { signInByLinkAction };
