"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { anyPerson } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { currentCaller } from "@/app/_server/current-caller";
import { ownPathOf } from "@/app/_server/own-path";
import { codeInput } from "@/lib/access/input";
import { proveByCode } from "@/lib/access/prove-by-code";
import { requestSignInCode } from "@/lib/access/request-sign-in-code";
import { forgetChallenge, rememberChallenge } from "../../sign-in/sign-in-challenge";

const goingOn = { next: z.string().optional() };

/** Sends a code to one's own address. */
const sendProofCodeAction = action(
  { access: anyPerson, limit: "signIn", input: z.object(goingOn) },
  async ({ scope: { email } }) => {
    const { challengeId, isSent } = await requestSignInCode({ email }, currentCaller());
    rememberChallenge({ challengeId });
    revalidatePath("/profile/confirm");
    return { isSent };
  },
);

/** Takes the code as a proof, and goes on to what needs it. */
const proveAction = action(
  { access: anyPerson, limit: "signIn", input: codeInput.extend(goingOn) },
  async ({ input: { next, ...typed }, scope }) => {
    await proveByCode(scope, typed, currentCaller());
    forgetChallenge();
    redirect(ownPathOf(next, "/profile"));
  },
);

export { proveAction, sendProofCodeAction };
