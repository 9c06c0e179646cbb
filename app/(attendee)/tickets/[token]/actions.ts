"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { attendeeOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { cancelRegistration } from "@/lib/registrations/cancel-registration";
import { undoCancellation } from "@/lib/registrations/undo-cancellation";

const input = z.object({ token: z.string() });
const access = attendeeOf<z.infer<typeof input>>(({ token }) => token);

/** Gives up the place whose secret link this is. */
const cancelAction = action({ access, limit: "write", input }, async ({ scope }) => {
  await cancelRegistration(scope);
  revalidatePath("/tickets/[token]", "page");
});

/** Takes that back. */
const undoAction = action({ access, limit: "write", input }, async ({ scope }) => {
  await undoCancellation(scope);
  revalidatePath("/tickets/[token]", "page");
});

export { cancelAction, undoAction };
