import type { AccessRule } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { approveRegistration } from "@/lib/registrations/approve-registration";
import { registrationIdParams } from "@/lib/registrations/input";
import { type OrganizedRegistration, requireOrganizedRegistration } from "@/lib/registrations/require-registration";

const organizedRegistration: AccessRule<{ params: { id: string } }, OrganizedRegistration> = {
  signedIn: true,
  mint: (actor, { params }) => requireOrganizedRegistration(actor, params.id),
};

export const POST = route(
  { access: organizedRegistration, limit: "write", params: registrationIdParams },
  async ({ scope: { organized, registrationId } }) => json(await approveRegistration(organized, { registrationId })),
);
