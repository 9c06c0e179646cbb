"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { organizerOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { renewInvitation } from "@/lib/events/invitation";

const input = z.object({ eventId: z.uuid() });

/** Makes every invitation link given out so far worthless. */
const renewInvitationAction = action(
  { access: organizerOf<z.output<typeof input>>(({ eventId }) => eventId), limit: "write", input },
  async ({ scope }) => {
    await renewInvitation(scope);
    revalidatePath(`/manage/${scope.eventId}/guests`);
  },
);

export { renewInvitationAction };
