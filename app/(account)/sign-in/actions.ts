"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { everyone } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { currentCaller } from "@/app/_server/current-caller";
import { ownPathOf } from "@/app/_server/own-path";
import { placeAfterSignIn } from "@/app/_server/second-factor";
import { startBrowserSession } from "@/app/_server/start-browser-session";
import { codeInput, passwordInput, requestCodeInput } from "@/lib/access/input";
import { requireLocalSignIn } from "@/lib/access/provider-settings";
import { requestSignInCode } from "@/lib/access/request-sign-in-code";
import { signInWithCode } from "@/lib/access/sign-in-with-code";
import { signInWithPassword } from "@/lib/access/sign-in-with-password";
import { config } from "@/lib/platform/config";
import { linkIdentity } from "./link-identity";
import { findChallenge, forgetChallenge, rememberChallenge } from "./sign-in-challenge";
import { afterSignIn, signInHref } from "./sign-in-href";
import { findIdentity, forgetIdentity, rememberIdentity } from "./unproved-identity";

const goingOn = { next: z.string().optional() };

/** Sends a code and goes on to where it is typed in. */
const requestCodeAction = action(
  { access: everyone, limit: "signIn", input: requestCodeInput.extend(goingOn) },
  async ({ input: { email, next } }) => {
    const waiting = await findChallenge();
    const identity = waiting?.email === email ? await findIdentity(waiting.challengeId) : null;
    if (!identity) requireLocalSignIn(config());
    const { challengeId, isSent } = await requestSignInCode({ email }, currentCaller());
    rememberChallenge({ challengeId });
    if (identity) await rememberIdentity(challengeId, identity);
    redirect(signInHref({ next: ownPathOf(next, afterSignIn), step: isSent ? "code" : "earlier-code" }));
  },
);

/** Signs this browser in by the code of the mail. */
const signInWithCodeAction = action(
  { access: everyone, limit: "signIn", input: codeInput.extend(goingOn) },
  async ({ input: { next, ...answer } }) => {
    const identity = await findIdentity(answer.challengeId);
    if (!identity) requireLocalSignIn(config());
    const started = await signInWithCode(answer, currentCaller());
    forgetChallenge();
    forgetIdentity();
    const session = identity ? await linkIdentity(started, identity) : started;
    await startBrowserSession(session);
    redirect(placeAfterSignIn(session.person, ownPathOf(next, afterSignIn)));
  },
);

/** Signs this browser in by password. */
const signInWithPasswordAction = action(
  { access: everyone, limit: "signIn", input: passwordInput.extend(goingOn) },
  async ({ input: { next, ...credentials } }) => {
    requireLocalSignIn(config());
    const started = await signInWithPassword(credentials, currentCaller());
    await startBrowserSession(started);
    redirect(placeAfterSignIn(started.person, ownPathOf(next, afterSignIn)));
  },
);

export { requestCodeAction, signInWithCodeAction, signInWithPasswordAction };
