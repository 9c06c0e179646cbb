"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { everyone } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { currentCaller } from "@/app/_server/current-caller";
import { startBrowserSession } from "@/app/_server/start-browser-session";
import { canAuthorEvents } from "@/lib/access/roles";
import { signInWithLink } from "@/lib/access/sign-in-with-link";

const tokenForm = z.object({ token: z.string().max(100) });

/** Takes the invitation and signs this browser in. */
const acceptInvitationAction = action(
  { access: everyone, limit: "signIn", input: tokenForm },
  async ({ input: { token } }): Promise<never> => {
    const session = await signInWithLink({ kind: "invitation", token }, currentCaller());
    await startBrowserSession(session);
    redirect(canAuthorEvents(session.person) ? "/manage" : "/events");
  },
);

export { acceptInvitationAction };
