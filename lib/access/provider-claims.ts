import { z } from "zod";
import type { Config } from "@/lib/platform/config";
import { departmentField, emailField, nameField } from "./input";

type Claims = Record<string, unknown>;

export type ProviderSettings = Pick<
  Config,
  "OIDC_TRUSTS_EMAIL" | "OIDC_DEPARTMENT_CLAIM" | "OIDC_ROLE_CLAIM" | "OIDC_ADMIN_VALUES" | "OIDC_ORGANIZER_VALUES"
>;

/** What an identity provider says of somebody who signs in. */
export const providerPerson = z.object({
  issuer: z.string(),
  subject: z.string(),
  email: z.string().nullable(),
  isEmailProved: z.boolean(),
  name: z.string().nullable(),
  department: z.string().nullable(),
  /** Those of the named values that the claim of roles holds; null where nothing is known of it. */
  roleValues: z.array(z.string()).nullable(),
});

export type ProviderPerson = z.infer<typeof providerPerson>;

/**
 * What the ID token says of a person, completed by the answer of the UserInfo endpoint: what is
 * signed counts first, and an address is never proved by a word about another one.
 */
export function providerPersonOf(idToken: Claims, userInfo: Claims, settings: ProviderSettings): ProviderPerson {
  const both = { ...userInfo, ...idToken };
  const email = firstValid(emailField, [idToken.email, userInfo.email]);
  const wordsAboutIt = [idToken, userInfo]
    .filter((claims) => emailField.safeParse(claims.email).data === email)
    .map((claims) => claims.email_verified);
  const isEmailProved =
    email !== null && !wordsAboutIt.includes(false) && (wordsAboutIt.includes(true) || settings.OIDC_TRUSTS_EMAIL);
  return {
    issuer: z.string().parse(idToken.iss),
    subject: z.string().min(1).max(255).parse(idToken.sub),
    email,
    isEmailProved,
    name: firstValid(nameField, [both.name, joined(both.given_name, both.family_name), both.preferred_username]),
    department: firstValid(departmentField, textsOf(claimOf(both, settings.OIDC_DEPARTMENT_CLAIM) ?? [])),
    roleValues: roleValuesOf(both, settings),
  };
}

/** Whether the ID token leaves out what the UserInfo endpoint may know. */
export function lacksClaims(idToken: Claims, settings: ProviderSettings): boolean {
  const wanted = ["email", "email_verified", "name", settings.OIDC_DEPARTMENT_CLAIM, settings.OIDC_ROLE_CLAIM];
  return wanted.some((claim) => claim !== undefined && claimOf(idToken, claim) === undefined);
}

/** A claim by its name, or by a path with dots through nested ones: `realm_access.roles`. */
function claimOf(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let found: unknown = claims;
  for (const step of name.split(".")) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Claims)[step];
  }
  return found;
}

function roleValuesOf(
  claims: Claims,
  { OIDC_ROLE_CLAIM: name, OIDC_ADMIN_VALUES: admins, OIDC_ORGANIZER_VALUES: organizers }: ProviderSettings,
): string[] | null {
  if (name === undefined) return null;
  const claim = claimOf(claims, name);
  // Too many groups for a token: Entra ID names the place where they can be asked instead (Core
  // 1.0, 5.6.2).
  if (claim === undefined && claims._claim_names !== undefined) return null;
  return textsOf(claim ?? []).filter((value) => admins.includes(value) || organizers.includes(value));
}

/** The strings in a claim that is one, or a list of them. */
function textsOf(claim: unknown): string[] {
  return (Array.isArray(claim) ? claim : [claim]).filter((value) => typeof value === "string");
}

function joined(...parts: unknown[]): string {
  return parts.filter((part) => typeof part === "string").join(" ");
}

function firstValid<Text>(field: z.ZodType<Text>, candidates: unknown[]): Exclude<Text, undefined> | null {
  for (const candidate of candidates) {
    const { data } = field.safeParse(candidate);
    if (data !== undefined) return data as Exclude<Text, undefined>;
  }
  return null;
}
