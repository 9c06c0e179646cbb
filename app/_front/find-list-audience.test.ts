import { expect, test } from "vitest";
import { sessionCookie } from "@/app/_server/session-cookie";
import { requireOrganizer } from "@/lib/access/scopes";
import { startSession } from "@/lib/access/sessions";
import { updateEventInput } from "@/lib/events/input";
import { updateEvent } from "@/lib/events/update-event";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { findListAudience } from "./find-list-audience";

async function cookieOf(department: string | null): Promise<string> {
  const { userId } = await makePerson({ department });
  const { browserToken } = await startSession(userId, { method: "code" });
  return `theme=dark; ${sessionCookie.name}=${browserToken}`;
}

test("the list is everybody's until an event is for some, and again when it no longer is", async () => {
  const organizer = await makePerson({ role: "organizer" });
  const { id } = await makePublishedEvent(organizer);
  const [ofBoard, ofNobody] = [await cookieOf("Board"), await cookieOf(null)];
  const show = async (visibility: string) =>
    updateEvent(await requireOrganizer(organizer, id), updateEventInput.parse({ visibility }));
  const audiences = () => Promise.all([undefined, ofNobody, ofBoard].map(findListAudience));

  expect(await audiences()).toEqual([null, null, null]);
  await show("signed_in");
  await expect.poll(audiences).toEqual([null, "people", "department Board"]);
  expect(await findListAudience(`${sessionCookie.name}=forged`)).toBeNull();
  await show("public");
  await expect.poll(audiences).toEqual([null, null, null]);
});
