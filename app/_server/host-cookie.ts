import { config } from "@/lib/platform/config";

export const isHttps = config().APP_URL.startsWith("https:");

/**
 * A cookie that scripts can't read and no other host can set: under https its name begins with
 * `__Host-` (RFC 6265bis, 4.1.3.2), which browsers take from this host alone, with Secure and for
 * all paths.
 */
export function hostCookie(name: string, maxAge: number) {
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps, maxAge } as const;
  return { name: isHttps ? `__Host-${name}` : name, options };
}

type HostCookie = ReturnType<typeof hostCookie>;

/** Such a cookie as a handler's answer sets it; without a value it deletes it. */
export function setHostCookie({ name, options }: HostCookie, value: string | null): string {
  const { path, maxAge, secure } = options;
  const seconds = value === null ? 0 : maxAge;
  return `${name}=${value ?? ""}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}
