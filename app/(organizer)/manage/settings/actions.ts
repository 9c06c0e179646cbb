"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { anyAdmin } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { findSetUpLink } from "@/lib/access/find-set-up-link";
import { sendTestMail } from "@/lib/notifications/send-test-mail";
import { settingsInput } from "@/lib/organisation/input";
import { updateOrganisation } from "@/lib/organisation/update-organisation";
import { removeDemo } from "@/lib/retention/remove-demo";

/** Saves what the organisation is called, looks like and demands. */
const updateSettingsAction = action(
  { access: anyAdmin, limit: "write", input: settingsInput },
  async ({ scope, input }) => {
    await updateOrganisation(scope, input);
    revalidatePath("/", "layout");
  },
);

/** Sends a test mail to the administrator who asks, and says what came of it. */
const sendTestMailAction = action({ access: anyAdmin, limit: "signIn", input: z.object({}) }, async ({ scope }) => ({
  email: scope.email,
  outcome: await sendTestMail(scope.email),
}));

/** Removes the demo; whoever thereby loses their own account is led on to set the product up. */
const removeDemoAction = action(
  { access: anyAdmin, limit: "write", input: z.object({ removes: z.literal("demo", "Press the button again.") }) },
  async ({ scope }) => {
    const { events, kept } = await removeDemo(scope);
    revalidatePath("/", "layout");
    const setUpLink = await findSetUpLink();
    if (setUpLink) redirect(new URL(setUpLink).pathname);
    return { events, kept };
  },
);

export { removeDemoAction, sendTestMailAction, updateSettingsAction };
