import { ownRegistration } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { confirmSeat } from "@/lib/registrations/confirm-seat";
import { registrationIdParams } from "@/lib/registrations/input";

export const POST = route(
  { access: ownRegistration, limit: "write", params: registrationIdParams },
  async ({ scope }) => json(await confirmSeat(scope)),
);
