import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { expect, it } from "vitest";
import type { Person, RosterFacts, TicketKey } from "../roster/person";
import { createRoster } from "../roster/roster";
import { judgeText, type Knowledge } from "./judge-text";
import { verifySignature } from "./verify-signature";

const eventId = "01890000-0000-7000-8000-000000000001";
const otherId = "01890000-0000-7000-8000-000000000002";
const ids = { ada: "01890000-0000-7000-8000-00000000000a", old: "01890000-0000-7000-8000-00000000000b" };
const newcomer = "01890000-0000-7000-8000-00000000000c";
const asOf = "2030-05-01T09:12:00.000Z";

const [key, rotated, foreign] = [makeKey(7), makeKey(9), makeKey(7)];

function makeKey(keyId: number): { key: TicketKey; privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return { key: { keyId, publicKey: publicKey.export({ format: "jwk" }).x ?? "", isCurrent: true }, privateKey };
}

/** A code as the server writes it: version, key id, ticket id, signature over the head and the event. */
function codeOf(ticketId: string, { of = eventId, by = key }: { of?: string; by?: typeof key } = {}): string {
  const bytes = (uuid: string) => Buffer.from(uuid.replaceAll("-", ""), "hex");
  const head = Buffer.concat([Buffer.from([1, by.key.keyId]), bytes(ticketId)]);
  const text = Buffer.concat([Buffer.from("turnout-ticket"), head, bytes(of)]);
  return Buffer.concat([head, sign(null, text, by.privateKey)]).toString("base64url");
}

const ada: Person = {
  ...{ registrationId: "ada", name: "Ada Lovelace", department: "Research", note: null, status: "confirmed" },
  ...{ ticketId: ids.ada, reference: "7F3K9Q2M", checkedInAt: null, gate: null, admittedBy: null },
};

function knowledgeOf(person: Partial<Person> = {}, changes: Partial<RosterFacts> = {}): Knowledge {
  const roster = createRoster();
  roster.merge([{ ...ada, ...person }]);
  const facts: RosterFacts = {
    ...{ eventId, asOf, clockOffsetMs: 0, keepUntil: "2030-05-02T00:00:00.000Z" },
    event: { title: "Summer Lab", canOverride: false },
    ticketKeys: [key.key],
    revoked: { [ids.old]: "ada" },
    otherEvents: [{ id: otherId, title: "Winter Lab" }],
    ...changes,
  };
  return { eventId, facts, roster, strangers: new Map(), verify: verifySignature };
}

it("lets in whoever is on the list, by code and by typed reference", async () => {
  const known = knowledgeOf({ note: "VIP" });
  const yes = { verdict: "admitted", name: "Ada Lovelace", department: "Research", note: "VIP", registrationId: "ada" };
  expect(await judgeText(codeOf(ids.ada), known)).toEqual({ ticketId: ids.ada, ...yes });
  expect(await judgeText("7f3k-9q2m", known)).toEqual(yes);
});

it("says since when, where and by whom somebody is in", async () => {
  const known = knowledgeOf({ checkedInAt: asOf, gate: "North", admittedBy: "Sam" });
  expect(await judgeText(codeOf(ids.ada), known)).toMatchObject({
    ...{ verdict: "already_checked_in", firstCheckedInAt: asOf, firstGate: "North", firstBy: "Sam" },
  });
});

it.each(["cancelled", "waitlisted"] as const)("says %s", async (status) => {
  expect(await judgeText(codeOf(ids.ada), knowledgeOf({ status }))).toMatchObject({
    verdict: status,
    name: "Ada Lovelace",
  });
});

it("knows a replaced ticket, and whose it was", async () => {
  expect(await judgeText(codeOf(ids.old), knowledgeOf())).toMatchObject({ verdict: "revoked", name: "Ada Lovelace" });
});

it("names the event that a ticket is for", async () => {
  const outcome = await judgeText(codeOf(ids.ada, { of: otherId }), knowledgeOf());
  expect(outcome).toEqual({ verdict: "wrong_event", correctEventTitle: "Winter Lab" });
});

it("lets a genuine ticket in that is not on the list yet, once", async () => {
  const known = { ...knowledgeOf(), strangers: new Map() };
  expect(await judgeText(codeOf(newcomer), known)).toEqual({
    verdict: "provisional",
    ticketId: newcomer,
    listAsOf: asOf,
  });
  known.strangers.set(newcomer, { at: asOf, gate: null, by: null });
  expect(await judgeText(codeOf(newcomer), known)).toMatchObject({
    verdict: "already_checked_in",
    firstCheckedInAt: asOf,
  });
});

it("takes an older key's printed tickets when they are on the list, and no other of that key", async () => {
  const old = { ...key.key, isCurrent: false };
  const known = knowledgeOf({}, { ticketKeys: [rotated.key, old] });
  expect(await judgeText(codeOf(ids.ada), known)).toMatchObject({ verdict: "admitted" });
  expect(await judgeText(codeOf(newcomer), known)).toMatchObject({ verdict: "not_a_ticket" });
  expect(await judgeText(codeOf(newcomer, { by: rotated }), known)).toMatchObject({ verdict: "provisional" });
});

it("takes nothing of a key that is gone, and tells two keys of one number apart", async () => {
  expect(await judgeText(codeOf(ids.ada), knowledgeOf({}, { ticketKeys: [rotated.key] }))).toMatchObject({
    verdict: "not_a_ticket",
  });
  const both = knowledgeOf({}, { ticketKeys: [foreign.key, key.key] });
  expect(await judgeText(codeOf(ids.ada), both)).toMatchObject({ verdict: "admitted" });
});

it("admits no forged code, even of a ticket that is on the list", async () => {
  expect(await judgeText(codeOf(ids.ada, { by: foreign }), knowledgeOf())).toMatchObject({ verdict: "not_a_ticket" });
});

it("admits no code that was altered in any place", async () => {
  const code = codeOf(ids.ada);
  const known = knowledgeOf();
  for (let place = 0; place < code.length; place++) {
    const altered = `${code.slice(0, place)}${code[place] === "A" ? "B" : "A"}${code.slice(place + 1)}`;
    expect((await judgeText(altered, known)).verdict, `place ${place}`).toBe("not_a_ticket");
  }
});

it("admits no code that was cut, lengthened or spelt otherwise", async () => {
  const code = codeOf(ids.ada);
  for (const text of [code.slice(0, -1), code.slice(1), `${code}A`, `${code}==`, code.toLowerCase(), ids.ada, ""]) {
    expect((await judgeText(text, knowledgeOf())).verdict, text).toBe("not_a_ticket");
  }
});

it("says nothing of a code where it can't be checked: without a list, and without a secure page", async () => {
  expect(await judgeText(codeOf(ids.ada), { ...knowledgeOf(), facts: null })).toEqual({ verdict: "unverified" });
  expect(await judgeText(codeOf(ids.ada), { ...knowledgeOf(), verify: async () => null })).toEqual({
    verdict: "unverified",
  });
});
