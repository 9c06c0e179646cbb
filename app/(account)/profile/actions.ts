"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { anyPerson } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { endSession } from "@/lib/access/end-session";
import { mailPreferencesInput, sessionIdParams, setPasswordInput, updateProfileInput } from "@/lib/access/input";
import { setMailPreferences } from "@/lib/access/mail-preferences";
import { revokeOtherSessions } from "@/lib/access/revoke-other-sessions";
import { removePassword, setPassword } from "@/lib/access/set-password";
import { updateProfile } from "@/lib/access/update-profile";

/** Saves one's name and department, and shows them everywhere. */
const updateProfileAction = action(
  { access: anyPerson, limit: "write", input: updateProfileInput },
  async ({ input, scope }) => {
    await updateProfile(scope, input);
    revalidatePath("/", "layout");
  },
);

/** Sets one's password. */
const setPasswordAction = action(
  { access: anyPerson, limit: "write", input: setPasswordInput },
  async ({ input, scope }) => {
    await setPassword(scope, input);
    revalidatePath("/profile");
  },
);

/** Removes one's password. */
const removePasswordAction = action({ access: anyPerson, limit: "write", input: z.object({}) }, async ({ scope }) => {
  await removePassword(scope);
  revalidatePath("/profile");
});

/** Ends one of one's sessions. */
const endSessionAction = action(
  { access: anyPerson, limit: "write", input: sessionIdParams },
  async ({ input, scope }) => {
    await endSession(scope, input.id);
    revalidatePath("/profile");
  },
);

/** Ends one's sessions on all other devices. */
const revokeOtherSessionsAction = action(
  { access: anyPerson, limit: "write", input: z.object({}) },
  async ({ scope }) => {
    const ended = await revokeOtherSessions(scope);
    revalidatePath("/profile");
    return ended;
  },
);

/** Saves which mails one gets. */
const setMailPreferencesAction = action(
  { access: anyPerson, limit: "write", input: mailPreferencesInput },
  async ({ input, scope }) => {
    await setMailPreferences(scope, input);
    revalidatePath("/profile");
  },
);

export {
  endSessionAction,
  removePasswordAction,
  revokeOtherSessionsAction,
  setMailPreferencesAction,
  setPasswordAction,
  updateProfileAction,
};
