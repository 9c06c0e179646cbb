import { expect, it } from "vitest";
import { requireAttendeeByToken } from "@/lib/access/scopes";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { registerGuest, standingOf } from "@/lib/testing/registrations";
import { scopeByMail } from "@/lib/testing/scope-by-mail";
import { cancelRegistration } from "./cancel-registration";
import { confirmSeat } from "./confirm-seat";
import { getRegistration } from "./queries";

it("a guest who moves up keeps the mailed ticket when they say that they come, by either link", async () => {
  const organizer = await makePerson({ role: "organizer" });
  const { id } = await makePublishedEvent(organizer, { capacity: 1, confirmWithinMinutes: 60 });
  const seated = standingOf(await registerGuest(id, "seated-before"));
  const waiting = standingOf(await registerGuest(id, "moves-up"));
  await cancelRegistration(await scopeByMail(seated));
  const byForm = await requireAttendeeByToken(waiting.pageUrl.slice(-64));
  const promoted = await getRegistration(byForm);
  expect(promoted).toMatchObject({ status: "confirmed", asksAddress: false, ticket: { code: expect.any(String) } });
  await confirmSeat(byForm);
  await confirmSeat(await scopeByMail(waiting));
  expect(await getRegistration(byForm)).toMatchObject({ confirmBy: null, ticket: promoted.ticket });
});
