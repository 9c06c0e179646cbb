import type { Config } from "@/lib/platform/config";

/** The headers that every answer carries unless its handler has set its own, with the policy of data. */
export function answerHeaders({ APP_URL }: Pick<Config, "APP_URL">): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
    ...(APP_URL.startsWith("https:") && { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" }),
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  };
}

/** The policy by an answer's nonce: its scripts run by that alone; nobody frames us; nothing is fetched from elsewhere but pictures. */
export function pagePolicyOf(): (nonce: string) => string {
  const [before, after] = policy("'nonce-' 'strict-dynamic' 'wasm-unsafe-eval'").split(/(?<='nonce-)/);
  return (nonce) => `${before}${nonce}${after}`;
}

/**
 * The same for public pages, whose bytes many get: files of this site, and the one inline script by
 * its hash.
 */
export function publicPagePolicy(scriptHash: string): string {
  return policy(`'${scriptHash}'`);
}

function policy(scripts: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`,
    // Charts and toasts place themselves by style attributes, which no nonce can cover.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}
