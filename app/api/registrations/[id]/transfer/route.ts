import { ownRegistration } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { registrationIdParams, transferInput } from "@/lib/registrations/input";
import { transferRegistration } from "@/lib/registrations/transfer-registration";

export const POST = route(
  { access: ownRegistration, limit: "write", params: registrationIdParams, body: transferInput },
  async ({ scope, body }) => json(await transferRegistration(scope, body)),
);
