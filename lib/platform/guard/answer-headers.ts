export type SiteAddress = { isHttps: boolean; signInOrigin: string | undefined };

/** The headers that every answer carries unless its handler has set its own. */
export function answerHeaders(path: string, nonce: string, site: SiteAddress): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
    ...(site.isHttps && { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" }),
    "Content-Security-Policy": path.startsWith("/api/") ? dataPolicy : pagePolicy(nonce, site),
  };
}

const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/** Scripts run by this answer's nonce alone; nobody frames us; nothing is fetched from elsewhere but pictures. */
export function pagePolicy(nonce: string, { signInOrigin }: SiteAddress): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'`,
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
