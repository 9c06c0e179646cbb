"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { attendeeOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { cancelRegistration } from "@/lib/registrations/cancel-registration";
import { confirmSeat } from "@/lib/registrations/confirm-seat";
import { transferInput } from "@/lib/registrations/input";
import { getRegistration } from "@/lib/registrations/queries";
import { transferRegistration } from "@/lib/registrations/transfer-registration";
import { undoCancellation } from "@/lib/registrations/undo-cancellation";
import { attendeeTokenIn } from "../../ticket-view";

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

/**
 * Takes the seat that is held for an answer; a confirmed address has a new ticket, at a new
 * address.
 */
const confirmAction = action({ access, limit: "write", input }, async ({ scope, input: { token } }) => {
  await confirmSeat(scope);
  const { pageUrl } = await getRegistration(scope);
  const renewed = attendeeTokenIn(pageUrl);
  if (renewed !== token) redirect(`/tickets/${renewed}`);
  revalidatePath("/tickets/[token]", "page");
});

const transferForm = transferInput.extend({ token: z.string() });

/** Passes the seat on, and leads to the page of the registration that ended: the old address opens nothing any more. */
const transferAction = action(
  {
    access: attendeeOf<z.output<typeof transferForm>>(({ token }) => token),
    limit: "registerAddress",
    input: transferForm,
  },
  async ({ scope, input: { name, email } }): Promise<void> => {
    await transferRegistration(scope, { name, email });
    const { pageUrl } = await getRegistration(scope);
    redirect(`/tickets/${attendeeTokenIn(pageUrl)}`);
  },
);

export { cancelAction, confirmAction, transferAction, undoAction };
