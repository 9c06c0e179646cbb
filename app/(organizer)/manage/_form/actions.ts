"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { anyAuthor, organizerOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { createEvent } from "@/lib/events/create-event";
import { createPublishedEvent } from "@/lib/events/publish-event";
import { updateEvent } from "@/lib/events/update-event";
import { type EventFormInput, eventFormInput } from "./event-form-input";

/** Makes the event, as a draft or published at once, and leads to it. */
const createEventAction = action(
  { access: anyAuthor, limit: "write", input: eventFormInput },
  async ({ scope, input }): Promise<{ revision: number }> => {
    const create = input.isPublishing ? createPublishedEvent : createEvent;
    const { id } = await create(scope, input.event);
    redirect(`/manage/${id}`);
  },
);

/** Saves the event if nobody else did meanwhile. */
const updateEventAction = action(
  { access: organizerOf<EventFormInput>(({ eventId }) => eventId), limit: "write", input: eventFormInput },
  async ({ scope, input }) => {
    const { revision } = await updateEvent(scope, { ...input.event, revision: input.revision });
    revalidatePath(`/manage/${scope.eventId}`, "layout");
    return { revision };
  },
);

export { createEventAction, updateEventAction };
