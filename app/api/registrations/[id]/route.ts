import type { AccessRule } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { cancelRegistration, cancelRegistrationAsOrganizer } from "@/lib/registrations/cancel-registration";
import { registrationIdParams } from "@/lib/registrations/input";
import { getGuest, getRegistration } from "@/lib/registrations/queries";
import { type RegistrationAccess, requireRegistration } from "@/lib/registrations/require-registration";

const ownOrOrganized: AccessRule<{ params: { id: string } }, RegistrationAccess> = {
  signedIn: true,
  mint: (actor, { params }) => requireRegistration(actor, params.id),
};

export const GET = route({ access: ownOrOrganized, limit: "read", params: registrationIdParams }, async ({ scope }) =>
  json(await ("own" in scope ? getRegistration(scope.own) : getGuest(scope.organized, scope))),
);

export const DELETE = route(
  { access: ownOrOrganized, limit: "write", params: registrationIdParams },
  async ({ scope }) =>
    json(
      await ("own" in scope ? cancelRegistration(scope.own) : cancelRegistrationAsOrganizer(scope.organized, scope)),
    ),
);
