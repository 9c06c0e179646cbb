"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { anyAdmin } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { sendTestMail } from "@/lib/notifications/send-test-mail";
import { settingsInput } from "@/lib/organisation/input";
import { updateOrganisation } from "@/lib/organisation/update-organisation";

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

export { sendTestMailAction, updateSettingsAction };
