"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { anyAuthor, organizerOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { createEvent } from "@/lib/events/create-event";
import { createPublishedEvent } from "@/lib/events/publish-event";
import { updateEvent } from "@/lib/events/update-event";
import { keepPicture } from "@/lib/organisation/keep-picture";
import { pictureUrl } from "@/lib/organisation/picture-url";
import { type EventFormInput, eventFormInput } from "./event-form-input";

/** Makes the event, as a draft or published at once, and leads to it. */
const createEventAction = action(
  { access: anyAuthor, limit: "write", input: eventFormInput },
  async ({ scope, input }): Promise<{ revision: number }> => {
    const create = input.isPublishing ? createPublishedEvent : createEvent;
    const { id } = await create(scope, await withPicture(input));
    redirect(`/manage/${id}`);
  },
);

/** Saves the event if nobody else did meanwhile. */
const updateEventAction = action(
  { access: organizerOf<EventFormInput>(({ eventId }) => eventId), limit: "write", input: eventFormInput },
  async ({ scope, input }) => {
    const { revision } = await updateEvent(scope, { ...(await withPicture(input)), revision: input.revision });
    revalidatePath(`/manage/${scope.eventId}`, "layout");
    return { revision };
  },
);

/** The event with the address of the picture that was uploaded with it. */
async function withPicture({ event, cover }: EventFormInput): Promise<EventFormInput["event"]> {
  return cover ? { ...event, coverUrl: pictureUrl(await keepPicture(cover, "cover")) } : event;
}

export { createEventAction, updateEventAction };
