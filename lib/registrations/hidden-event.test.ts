import { expect, test } from "vitest";
import { sql } from "@/db/client";
import { anonymous } from "@/lib/access/actor";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { registerGuest, standingOf } from "@/lib/testing/registrations";
import { getReaderView } from "./get-reader-view";

test("an event that was hidden stays seen by the guest whose token is genuine, and by no other", async () => {
  const event = await makePublishedEvent(await makePerson({ role: "organizer" }));
  const { pageUrl } = standingOf(await registerGuest(event.id, "guest"));
  const token = pageUrl.split("/").at(-1) ?? "";
  await sql()`update events set visibility = 'signed_in' where id = ${event.id}`;
  const seenWith = (guestTokens: string[]) =>
    getReaderView(anonymous, event.id, { invitation: undefined, guestTokens });
  expect((await seenWith([token])).registration).not.toBeNull();
  // The ids in a token are no secret: only its last part is.
  const forged = `${token.slice(0, -4)}${token.endsWith("AAAA") ? "BBBB" : "AAAA"}`;
  for (const tokens of [[forged], []]) await expect(seenWith(tokens)).rejects.toMatchObject({ code: "not_found" });
});
