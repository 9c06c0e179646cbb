import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { ticketKeys } from "@/db/schema/ticket-keys";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { bytesOfUuid } from "@/lib/platform/uuid-bytes";
import { stageDoor, stageTicket } from "@/lib/testing/stage-door";
import { revokeTicketKey } from "@/lib/tickets/revoke-ticket-key";
import { signingPublicKey } from "@/lib/tickets/ticket-code";
import { listTicketKeys } from "@/lib/tickets/ticket-keys";
import { checkIn } from "./check-in";
import { listRoster } from "./queries";

/** Another key than the one that signs now, and a way to sign tickets with it. */
function makeKey() {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const digest = createHash("sha256")
    .update(publicKey.export({ format: "der", type: "spki" }))
    .digest();
  const key = { keyId: digest.readUInt8(0), publicKey: publicKey.export({ format: "jwk" }).x ?? "" };
  return { key, codeOf: (ids: { eventId: string; ticketId: string }) => codeBy(privateKey, key.keyId, ids) };
}

function codeBy(key: KeyObject, keyId: number, { eventId, ticketId }: { eventId: string; ticketId: string }): string {
  const head = Buffer.concat([Buffer.from([1, keyId]), bytesOfUuid(ticketId)]);
  const signature = sign(null, Buffer.concat([Buffer.from("turnout-ticket"), head, bytesOfUuid(eventId)]), key);
  return Buffer.concat([head, signature]).toString("base64url");
}

async function verdictOf(scope: Parameters<typeof checkIn>[0], ticket: string) {
  const { results } = await checkIn(scope, {
    scans: [{ scanId: newId(), ticket, scannedAt: now(), offline: false }],
  });
  return results[0]?.verdict;
}

it("a ticket printed under a former key admits until the key is revoked, and the current one's go on", async () => {
  const { eventId, scope } = await stageDoor();
  const [ada, ben] = [await stageTicket(eventId), await stageTicket(eventId)];
  const former = makeKey();
  await db()
    .insert(ticketKeys)
    .values({ ...former.key, createdAt: new Date(0) });
  expect(await verdictOf(scope, former.codeOf({ eventId, ticketId: ada.ticketId }))).toBe("admitted");
  expect(await verdictOf(scope, ada.code)).toBe("already_checked_in");
  expect((await listRoster(scope, { limit: 1 })).ticketKeys).toEqual([
    { ...former.key, isCurrent: false },
    { ...signingPublicKey(), isCurrent: true },
  ]);

  await revokeTicketKey(former.key.publicKey);
  expect(await verdictOf(scope, former.codeOf({ eventId, ticketId: ben.ticketId }))).toBe("not_a_ticket");
  expect(await verdictOf(scope, ben.code)).toBe("admitted");
  expect(await listTicketKeys()).toEqual([{ ...signingPublicKey(), isCurrent: true }]);
});

it("a key that never was one of ours admits nobody, even under the id of one that is", async () => {
  const { eventId, scope } = await stageDoor();
  const { ticketId, code } = await stageTicket(eventId);
  const stranger = makeKey();
  expect(await verdictOf(scope, stranger.codeOf({ eventId, ticketId }))).toBe("not_a_ticket");
  const { privateKey } = generateKeyPairSync("ed25519");
  expect(await verdictOf(scope, codeBy(privateKey, signingPublicKey().keyId, { eventId, ticketId }))).toBe(
    "not_a_ticket",
  );
  expect(await verdictOf(scope, code)).toBe("admitted");
});

it("the key that signs now can't be revoked, and what is no key is not found", async () => {
  await listTicketKeys();
  await expect(revokeTicketKey(signingPublicKey().publicKey)).rejects.toMatchObject({ code: "conflict" });
  await expect(revokeTicketKey(makeKey().key.publicKey)).rejects.toMatchObject({ code: "not_found" });
});
