"use server";

import { redirect } from "next/navigation";
import { everyone } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { currentCaller } from "@/app/_server/current-caller";
import { startBrowserSession } from "@/app/_server/start-browser-session";
import { findAccessLink } from "@/lib/access/find-access-link";
import { setUp } from "@/lib/access/set-up";
import { sendTestMail } from "@/lib/notifications/send-test-mail";
import { AppError } from "@/lib/platform/errors";
import { setUpFormInput } from "./set-up-form-input";

/** Sets the product up and signs its first administrator in; or sends a test mail, for whoever has the link. */
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

export { setUpAction };
