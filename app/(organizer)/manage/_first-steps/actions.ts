"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { anyAdmin } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { hideChecklist } from "@/lib/organisation/hide-checklist";

/** Puts the checklist of the first days away. */
const hideChecklistAction = action({ access: anyAdmin, limit: "write", input: z.object({}) }, async () => {
  await hideChecklist();
  revalidatePath("/manage");
});

export { hideChecklistAction };
