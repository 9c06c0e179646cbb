import { z } from "zod";
import { flag, webAddress } from "./setting-kinds";

// Directories write names with commas in them: whoever has such separates by semicolons.
const listed = z
  .string()
  .default("")
  .transform((text) => text.split(text.includes(";") ? ";" : ",").map((value) => value.trim()))
  .transform((values) => values.filter((value) => value !== ""));

/**
 * The settings of the organisation's identity provider (OpenID Connect) and of what else lets
 * people in.
 */
export const oidcSettings = {
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("Company account"),
  OIDC_SCOPE: z
    .string()
    .regex(/(^| )openid( |$)/, "needs the word openid")
    .default("openid email profile"),
  /** The algorithm by which the provider signs its ID tokens; no other is taken. */
  OIDC_SIGNING_ALG: z.enum(["RS256", "PS256", "ES256", "ES384", "EdDSA"]).default("RS256"),
  /** Takes an address for proved that the provider does not call verified. */
  OIDC_TRUSTS_EMAIL: flag.default(false),
  OIDC_DEPARTMENT_CLAIM: z.string().default("department"),
  /**
   * The claim that says who organizes and who administers; without it the provider gives no roles.
   */
  OIDC_ROLE_CLAIM: z.string().optional(),
  OIDC_ADMIN_VALUES: listed,
  OIDC_ORGANIZER_VALUES: listed,
  /** Signing out here signs out at the provider too. */
  OIDC_SIGN_OUT: flag.default(false),
  /** 0: people come in by the provider alone, not by a code or a password of this site. */
  LOCAL_SIGN_IN: flag.default(true),
};

type Together = z.output<z.ZodObject<typeof oidcSettings>>;

/** What is wrong with the settings of the provider taken together, one sentence each. */
export function faultsOfOidc(given: Together): string[] {
  const named = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
  const values = [...given.OIDC_ADMIN_VALUES, ...given.OIDC_ORGANIZER_VALUES];
  const faults: string[] = [];
  if (named.some((name) => given[name] === undefined) && !given.LOCAL_SIGN_IN)
    faults.push(`LOCAL_SIGN_IN=0 would let nobody in: set ${named.join(", ")} first`);
  if (given.OIDC_ROLE_CLAIM !== undefined && values.length === 0)
    faults.push("OIDC_ROLE_CLAIM gives no roles without OIDC_ADMIN_VALUES or OIDC_ORGANIZER_VALUES: set one of them");
  if (given.OIDC_ROLE_CLAIM === undefined && values.length > 0)
    faults.push("OIDC_ADMIN_VALUES and OIDC_ORGANIZER_VALUES need OIDC_ROLE_CLAIM: the claim that holds them");
  return faults;
}
