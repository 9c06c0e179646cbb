"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { organizerOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { conflictInput, doorDeviceInput, doorLinkInput, makeDoorLinkInput, walkInIdInput } from "@/lib/checkin/input";
import { makeDoorLink } from "@/lib/checkin/make-door-link";
import { revokeDevice } from "@/lib/checkin/revoke-device";
import { revokeDoorLink } from "@/lib/checkin/revoke-door-link";
import { settleConflict, settleWalkIn } from "@/lib/checkin/settle-conflict";

const eventForm = z.object({ eventId: z.uuid() });
const organizer = organizerOf<{ eventId: string }>(({ eventId }) => eventId);
const shown = (eventId: string) => revalidatePath(`/manage/${eventId}/door`);

/** Makes a link for the phones at the door. */
const makeDoorLinkAction = action(
  { access: organizer, limit: "write", input: eventForm.extend(makeDoorLinkInput.shape) },
  async ({ scope, input }) => {
    const made = await makeDoorLink(scope, input);
    shown(scope.eventId);
    return made;
  },
);

/** Ends a link and the phones that came by it. */
const revokeDoorLinkAction = action(
  { access: organizer, limit: "write", input: eventForm.extend(doorLinkInput.shape) },
  async ({ scope, input }) => {
    await revokeDoorLink(scope, input);
    shown(scope.eventId);
    return true;
  },
);

/** Shuts out a lost phone. */
const revokeDeviceAction = action(
  { access: organizer, limit: "write", input: eventForm.extend(doorDeviceInput.shape) },
  async ({ scope, input }) => {
    await revokeDevice(scope, input);
    shown(scope.eventId);
    return true;
  },
);

/** Puts a conflict away. */
const settleConflictAction = action(
  { access: organizer, limit: "write", input: eventForm.extend(conflictInput.shape) },
  async ({ scope, input }) => {
    await settleConflict(scope, input);
    shown(scope.eventId);
    return true;
  },
);

/** Puts away somebody who came without a ticket and found no seat. */
const settleWalkInAction = action(
  { access: organizer, limit: "write", input: eventForm.extend(walkInIdInput.shape) },
  async ({ scope, input }) => {
    await settleWalkIn(scope, input);
    shown(scope.eventId);
    return true;
  },
);

export { makeDoorLinkAction, revokeDeviceAction, revokeDoorLinkAction, settleConflictAction, settleWalkInAction };
