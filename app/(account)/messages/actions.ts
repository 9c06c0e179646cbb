"use server";

import { revalidatePath } from "next/cache";
import { anyAdmin } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { resendDeadInput } from "@/lib/notifications/input";
import { resendDead } from "@/lib/notifications/resend-dead";

/** Sends one message that failed for good again, or all of them. */
const resendDeadAction = action(
  { access: anyAdmin, limit: "write", input: resendDeadInput },
  async ({ scope, input }) => {
    const resent = await resendDead(scope, input);
    revalidatePath("/messages");
    return resent;
  },
);

export { resendDeadAction };
