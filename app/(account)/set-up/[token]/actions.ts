"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { everyone } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { currentCaller } from "@/app/_server/current-caller";
import { startBrowserSession } from "@/app/_server/start-browser-session";
import { findAccessLink } from "@/lib/access/find-access-link";
import { setUp } from "@/lib/access/set-up";
import { sendTestMail } from "@/lib/notifications/send-test-mail";
import { AppError } from "@/lib/platform/errors";
import { enterDemo } from "@/lib/retention/enter-demo";
import { offersDemo } from "./offers-demo";
import { setUpFormInput } from "./set-up-form-input";

/**
 * Sets the product up and signs its first administrator in; or sends a test mail, for whoever has
 * the link.
 */
const setUpAction = action({ access: everyone, limit: "signIn", input: setUpFormInput }, async ({ input }) => {
  if (input.intent === "test") {
    const { token, email, administrator, name, timezone, accentColor } = input;
    if ((await findAccessLink("set_up", token)).state !== "works")
      throw new AppError("conflict", "This link was used already.");
    return { email, outcome: await sendTestMail(email), typed: { email, administrator, name, timezone, accentColor } };
  }
  const { intent: _intent, token, administrator, email, ...identity } = input;
  await startBrowserSession(
    await setUp(token, { identity, administrator: { name: administrator, email } }, currentCaller()),
  );
  redirect("/manage");
});

/** Fills an empty product of this machine with the demo, and signs in as its administrator. */
const enterDemoAction = action(
  { access: everyone, limit: "signIn", input: z.object({ token: z.string().max(100) }) },
  async ({ input: { token } }): Promise<never> => {
    if (!offersDemo()) throw new AppError("conflict", "The demo can be entered on this machine’s own address alone.");
    await startBrowserSession(await enterDemo(token, currentCaller()));
    redirect("/manage");
  },
);

export { enterDemoAction, setUpAction };
