"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { organizerOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { addMemberInput, removeMemberInput } from "@/lib/access/input";
import { addMember, removeMember } from "@/lib/access/members";

const eventForm = z.object({ eventId: z.uuid() });
const organizer = organizerOf<{ eventId: string }>(({ eventId }) => eventId);

/** Invites somebody into the event's team. */
const addMemberAction = action(
  { access: organizer, limit: "write", input: eventForm.extend(addMemberInput.shape) },
  async ({ scope, input }) => {
    const { email } = await addMember(scope, input);
    revalidatePath(`/manage/${scope.eventId}`, "layout");
    return { email };
  },
);

/** Takes somebody out of the event's team. */
const removeMemberAction = action(
  { access: organizer, limit: "write", input: eventForm.extend(removeMemberInput.shape) },
  async ({ scope, input }) => {
    await removeMember(scope, input);
    revalidatePath(`/manage/${scope.eventId}`, "layout");
    return true;
  },
);

export { addMemberAction, removeMemberAction };
