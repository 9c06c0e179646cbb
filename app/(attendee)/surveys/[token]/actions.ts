"use server";

import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { attendeeOf } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { answerByTokenInput } from "@/lib/surveys/input";
import { submitResponse } from "@/lib/surveys/submit-response";

type Input = z.output<typeof answerByTokenInput>;

/** Stores the response of the person whose secret link this is. */
const answerAction = action(
  { access: attendeeOf<Input>(({ token }) => token), limit: "write", input: answerByTokenInput },
  async ({ scope, input }) => {
    await submitResponse(scope, input);
    revalidatePath("/surveys/[token]", "page");
  },
);

export { answerAction };
