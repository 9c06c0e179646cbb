"use server";

import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { organizerOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { addGuests } from "@/lib/registrations/add-guests";
import { addGuestsForm } from "./add-guests-form-input";

/** Registers the people of a pasted or uploaded list. */
const addGuestsAction = action(
  {
    access: organizerOf<z.output<typeof addGuestsForm>>(({ eventId }) => eventId),
    limit: "write",
    input: addGuestsForm,
  },
  async ({ scope, input: { people } }) => {
    const added = await addGuests(scope, { people });
    revalidatePath(`/manage/${scope.eventId}`, "layout");
    return added;
  },
);

export { addGuestsAction };
