"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { everyone } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { findOtherFaults } from "@/lib/registrations/find-other-faults";
import { registerInput } from "@/lib/registrations/input";
import { register } from "@/lib/registrations/register";
import { formClaimOf } from "./form-claim";
import { registerResultOf } from "./register-result";

const registerForm = z.intersection(registerInput, z.object({ formKey: z.uuid().optional() }));

/** Registers the signed-in person, or the guest who filled in the form. */
const registerAction = action(
  { access: everyone, limit: "register", input: registerForm, findMoreFaults: findOtherFaults },
  async ({ input: { formKey, ...input }, actor }) => {
    const outcome = await register(actor, input, formClaimOf(actor, "register-form", formKey, input));
    revalidatePath("/events/[slug]", "page");
    return registerResultOf(outcome, actor.kind === "person" ? actor.email : (input.email ?? ""));
  },
);

export { registerAction };
