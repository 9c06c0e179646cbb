"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { organizerOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { approveRegistration } from "@/lib/registrations/approve-registration";
import { cancelRegistrationAsOrganizer } from "@/lib/registrations/cancel-registration";
import { doorNoteField } from "@/lib/registrations/input";
import { setDoorNote } from "@/lib/registrations/set-door-note";
import { eraseGuest } from "@/lib/retention/erase-guest";
import { reissueTicket } from "@/lib/tickets/reissue-ticket";

const guestForm = z.object({ eventId: z.uuid(), registrationId: z.uuid() });
const organizer = organizerOf<z.output<typeof guestForm>>(({ eventId }) => eventId);

/** Voids a guest's ticket and mails them a new one. */
const reissueAction = action({ access: organizer, limit: "write", input: guestForm }, async ({ scope, input }) => {
  await reissueTicket(scope, input);
  return true;
});

/** Cancels a guest's registration, or declines their request; the seat goes to the first in line. */
const cancelGuestAction = action({ access: organizer, limit: "write", input: guestForm }, async ({ scope, input }) => {
  await cancelRegistrationAsOrganizer(scope, input);
  revalidatePath(`/manage/${scope.eventId}`, "layout");
  return true;
});

/** Takes whatever names a guest out of the event. */
const eraseGuestAction = action({ access: organizer, limit: "write", input: guestForm }, async ({ scope, input }) => {
  await eraseGuest(scope, input);
  revalidatePath(`/manage/${scope.eventId}`, "layout");
  return true;
});

/** Grants a guest's request. */
const approveGuestAction = action({ access: organizer, limit: "write", input: guestForm }, async ({ scope, input }) => {
  await approveRegistration(scope, input);
  revalidatePath(`/manage/${scope.eventId}`, "layout");
  return true;
});

/** Leaves a note that door staff see when this guest comes in. */
const setDoorNoteAction = action(
  { access: organizer, limit: "write", input: guestForm.extend({ note: doorNoteField }) },
  async ({ scope, input }) => {
    await setDoorNote(scope, input);
    revalidatePath(`/manage/${scope.eventId}`, "layout");
    return true;
  },
);

export { approveGuestAction, cancelGuestAction, eraseGuestAction, reissueAction, setDoorNoteAction };
