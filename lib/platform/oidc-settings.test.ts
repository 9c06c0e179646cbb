import { describe, expect, it } from "vitest";
import { readConfig } from "./config";

const basics = { AUTH_SECRET: "x".repeat(32), DATABASE_URL: "postgres://127.0.0.1/turnout" };
const provider = { OIDC_ISSUER: "https://id.example.org", OIDC_CLIENT_ID: "turnout", OIDC_CLIENT_SECRET: "secret" };
const read = (given: Record<string, string>) => readConfig({ ...basics, ...given });

describe("the settings of the provider", () => {
  it.each([
    ["nothing that lets people in", { LOCAL_SIGN_IN: "0" }, /would let nobody in/],
    ["a claim of roles without values", { ...provider, OIDC_ROLE_CLAIM: "groups" }, /OIDC_ADMIN_VALUES/],
    ["values of roles without a claim", { ...provider, OIDC_ADMIN_VALUES: "it" }, /need OIDC_ROLE_CLAIM/],
    ["a scope without openid", { ...provider, OIDC_SCOPE: "email" }, /needs the word openid/],
  ])("refuse %s, and say what helps", (_what, given, sentence) => {
    expect(() => read(given)).toThrow(sentence);
  });

  it("take values separated by commas, and by semicolons where they hold commas themselves", () => {
    const roles = { ...provider, OIDC_ROLE_CLAIM: "groups", OIDC_ORGANIZER_VALUES: "CN=Events,OU=HQ; CN=HR,OU=HQ" };
    expect(read({ ...roles, OIDC_ADMIN_VALUES: "it, ops," })).toMatchObject({
      OIDC_ADMIN_VALUES: ["it", "ops"],
      OIDC_ORGANIZER_VALUES: ["CN=Events,OU=HQ", "CN=HR,OU=HQ"],
    });
  });
});
