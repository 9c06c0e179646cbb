"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { mailReaderOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { mailPreferencesInput } from "@/lib/access/input";
import { setMailPreferences, unsubscribe } from "@/lib/access/mail-preferences";

const tokenForm = z.object({ token: z.string().max(100) });
const reader = mailReaderOf<z.output<typeof tokenForm>>(({ token }) => token);

/** Saves which mails the person of the link gets. */
const setPreferencesAction = action(
  { access: reader, limit: "write", input: tokenForm.extend(mailPreferencesInput.shape) },
  async ({ scope, input }) => {
    await setMailPreferences(scope, input);
    revalidatePath("/mail-preferences/[token]", "page");
    return true;
  },
);

/** Declines the topic of the mail that the link stood in. */
const unsubscribeAction = action({ access: reader, limit: "write", input: tokenForm }, async ({ scope }) => {
  await unsubscribe(scope);
  revalidatePath("/mail-preferences/[token]", "page");
  return true;
});

export { setPreferencesAction, unsubscribeAction };
