import type { Config } from "@/lib/platform/config";

export type SiteAddress = { isHttps: boolean; signInOrigin: string | undefined };

/** What the headers have to know of the site. */
export function siteAddressOf({ APP_URL, OIDC_ISSUER }: Pick<Config, "APP_URL" | "OIDC_ISSUER">): SiteAddress {
  return {
    isHttps: APP_URL.startsWith("https:"),
    signInOrigin: OIDC_ISSUER ? new URL(OIDC_ISSUER).origin : undefined,
  };
}

/** The headers that every answer carries unless its handler has set its own, with the policy of data. */
export function answerHeaders(site: SiteAddress): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
    ...(site.isHttps && { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" }),
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  };
}

/** The policy by an answer's nonce: its scripts run by that alone; nobody frames us; nothing is fetched from elsewhere but pictures. */
export function pagePolicyOf(site: SiteAddress): (nonce: string) => string {
  const [before, after] = policy("'nonce-' 'strict-dynamic' 'wasm-unsafe-eval'", site).split(/(?<='nonce-)/);
  return (nonce) => `${before}${nonce}${after}`;
}

/**
 * The same for public pages, whose bytes many get: files of this site, and the one inline script by
 * its hash.
 */
export function publicPagePolicy(scriptHash: string, site: SiteAddress): string {
  return policy(`'${scriptHash}'`, site);
}

function policy(scripts: string, { signInOrigin }: SiteAddress): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`,
    // Charts and toasts place themselves by style attributes, which no nonce can cover.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    // A browser follows a form's redirect only where this allows: signing in may lead to the company's own server.
    `form-action 'self'${signInOrigin ? ` ${signInOrigin}` : ""}`,
  ].join("; ");
}
