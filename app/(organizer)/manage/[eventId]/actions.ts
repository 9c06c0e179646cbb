"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { organizerOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { requireAuthor } from "@/lib/access/scopes";
import { cancelEvent } from "@/lib/events/cancel-event";
import { duplicateEvent } from "@/lib/events/duplicate-event";
import { cancelEventInput } from "@/lib/events/input";
import { publishEvent } from "@/lib/events/publish-event";
import { duplicateFormInput } from "./duplicate/duplicate-form-input";

const eventForm = z.object({ eventId: z.uuid() });
const organizer = organizerOf<{ eventId: string }>(({ eventId }) => eventId);

/** Publishes the event. */
const publishEventAction = action(
  { access: organizer, limit: "write", input: eventForm },
  async ({ scope }): Promise<{ revision: number }> => {
    const { revision } = await publishEvent(scope);
    revalidatePath(`/manage/${scope.eventId}`, "layout");
    return { revision };
  },
);

/** Cancels the event, tells its people, and leads back to it. */
const cancelEventAction = action(
  { access: organizer, limit: "write", input: eventForm.extend(cancelEventInput.shape) },
  async ({ scope, input }): Promise<{ revision: number }> => {
    await cancelEvent(scope, input);
    revalidatePath(`/manage/${scope.eventId}`, "layout");
    redirect(`/manage/${scope.eventId}`);
  },
);

/** Makes a draft like this event at another time and leads to it. */
const duplicateEventAction = action(
  { access: organizer, limit: "write", input: duplicateFormInput },
  async ({ scope, actor, input }): Promise<{ revision: number }> => {
    requireAuthor(actor);
    const { id } = await duplicateEvent(scope, input);
    redirect(`/manage/${id}/edit`);
  },
);

export { cancelEventAction, duplicateEventAction, publishEventAction };
