"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { everyone } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { performFormOnce } from "@/app/_server/idempotency-claim";
import { rememberGuestRegistration } from "@/app/_server/remember-guest-registration";
import { findOtherFaults } from "@/lib/registrations/find-other-faults";
import { registerInput } from "@/lib/registrations/input";
import { register } from "@/lib/registrations/register";
import { registerResultOf } from "./register-result";

const registerForm = z.intersection(registerInput, z.object({ formKey: z.uuid().optional() }));

/** Registers the signed-in person, or the guest who filled in the form. */
const registerAction = action(
  { access: everyone, limit: "register", input: registerForm, findMoreFaults: findOtherFaults },
  async ({ input: { formKey, ...input }, actor, caller }) => {
    const form = { actor, route: "/api/registrations", formKey, body: input };
    const outcome = await performFormOnce(form, (claim) => register(actor, input, claim, caller));
    rememberGuestRegistration(actor, outcome);
    revalidatePath("/events/[slug]", "page");
    return registerResultOf(outcome, actor.kind === "person" ? actor.email : (input.email ?? ""));
  },
);

export { registerAction };
