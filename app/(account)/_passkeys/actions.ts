"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { anyPerson } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { addPasskey } from "@/lib/access/passkeys/add-passkey";
import { askForNewPasskey, askForPasskey } from "@/lib/access/passkeys/ask-for-passkey";
import { confirmWithPasskey } from "@/lib/access/passkeys/confirm-with-passkey";
import { addPasskeyInput, confirmInput, removePasskeyInput, renamePasskeyInput } from "@/lib/access/passkeys/input";
import { removePasskey } from "@/lib/access/passkeys/remove-passkey";
import { renamePasskey } from "@/lib/access/passkeys/rename-passkey";

/** What the browser asks a passkey of this person. */
const askForPasskeyAction = action({ access: anyPerson, limit: "write", input: z.object({}) }, async ({ scope }) =>
  askForPasskey(scope),
);

/** What the browser makes a new passkey by. */
const askForNewPasskeyAction = action({ access: anyPerson, limit: "write", input: z.object({}) }, async ({ scope }) =>
  askForNewPasskey(scope),
);

/** Takes what a passkey signed for this session. */
const confirmWithPasskeyAction = action(
  { access: anyPerson, limit: "write", input: confirmInput },
  async ({ input, scope }) => confirmWithPasskey(scope, input),
);

/** Keeps the passkey that the browser made. */
const addPasskeyAction = action(
  { access: anyPerson, limit: "write", input: addPasskeyInput },
  async ({ input, scope }) => {
    await addPasskey(scope, input);
    revalidatePath("/profile");
  },
);

/** Calls a passkey something else. */
const renamePasskeyAction = action(
  { access: anyPerson, limit: "write", input: renamePasskeyInput },
  async ({ input, scope }) => {
    await renamePasskey(scope, input);
    revalidatePath("/profile");
  },
);

/** Removes a passkey. */
const removePasskeyAction = action(
  { access: anyPerson, limit: "write", input: removePasskeyInput },
  async ({ input, scope }) => {
    await removePasskey(scope, input);
    revalidatePath("/profile");
  },
);

export {
  addPasskeyAction,
  askForNewPasskeyAction,
  askForPasskeyAction,
  confirmWithPasskeyAction,
  removePasskeyAction,
  renamePasskeyAction,
};
