"use server";

import { revalidatePath } from "next/cache";
import { doorOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { undoCheckInInput } from "@/lib/checkin/input";
import { undoCheckIn } from "@/lib/checkin/undo-check-in";

const undoCheckInAction = action(
  { access: doorOf<{ eventId: string }>((input) => input.eventId), limit: "checkin", input: undoCheckInInput },
  async ({ scope, input }) => {
    const undone = await undoCheckIn(scope, input);
    revalidatePath(`/door/${scope.eventId}/log`);
    return undone;
  },
);

export { undoCheckInAction };
