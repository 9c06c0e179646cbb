import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "@/lib/platform/id";
import { isTicketCodeOf, parseTicketCode, signingPublicKey, ticketCodeOf } from "./ticket-code";
import { newTicketReference } from "./ticket-reference";

const ticket = { eventId: newId(), ticketId: newId() };
const code = ticketCodeOf(ticket);
const keys = [signingPublicKey()];

describe("a ticket code", () => {
  it("has at most 110 characters, and says which ticket it is", () => {
    expect(code).toHaveLength(110);
    expect(parseTicketCode(code)).toEqual({ ticketId: ticket.ticketId });
    expect(isTicketCodeOf(code, ticket, keys)).toBe(true);
    expect(ticketCodeOf(ticket)).toBe(code);
  });

  it("is of no other event and no other ticket", () => {
    expect(isTicketCodeOf(code, { ...ticket, eventId: newId() }, keys)).toBe(false);
    expect(isTicketCodeOf(code, { ...ticket, ticketId: newId() }, keys)).toBe(false);
  });

  it("is void when any character differs", () => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    fc.assert(
      fc.property(fc.nat(109), fc.nat(63), (place, letter) => {
        const altered = code.slice(0, place) + alphabet.charAt(letter) + code.slice(place + 1);
        const { ticketId } = parseTicketCode(altered) ?? ticket;
        expect(isTicketCodeOf(altered, { ...ticket, ticketId }, keys)).toBe(altered === code);
      }),
      { numRuns: 500 },
    );
  });

  it("is told from any other text", () => {
    fc.assert(fc.property(fc.string(), (text) => parseTicketCode(text) === null));
    for (const text of [`${code} `, code.slice(1), `${code}A`, code.replace(/^./, "B")])
      expect(parseTicketCode(text)).toBeNull();
  });

  it("can be verified with the public key alone", async () => {
    const { keyId, publicKey: x } = signingPublicKey();
    const jwk = { kty: "OKP", crv: "Ed25519", x };
    const key = await crypto.subtle.importKey("jwk", jwk, "Ed25519", false, ["verify"]);
    const bytes = Buffer.from(code, "base64url");
    const event = Buffer.from(ticket.eventId.replaceAll("-", ""), "hex");
    const signed = Buffer.concat([Buffer.from("turnout-ticket"), bytes.subarray(0, 18), event]);
    expect(await crypto.subtle.verify("Ed25519", key, bytes.subarray(18), signed)).toBe(true);
    expect(bytes[1]).toBe(keyId);
  });
});

it("draws references that can be typed", () => {
  const references = Array.from({ length: 1000 }, newTicketReference);
  for (const reference of references) expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  expect(new Set(references).size).toBe(1000);
});
