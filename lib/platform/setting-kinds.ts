import { isIP } from "node:net";
import { z } from "zod";
import { readProxyList } from "./guard/trusted-proxies";

// Each message is one sentence that follows the setting's name: what it must be, and how that is
// written.

/** 0 or 1. */
export const flag = z.enum(["0", "1"], "is 0 or 1").transform((value) => value === "1");

/** A whole number within these bounds. */
export function wholeNumber(least: number, most: number) {
  const message = `is a whole number from ${least} to ${most}`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message);
}

/** Where the site is, without a path. */
export const siteAddress = checked((given) => {
  const { protocol, pathname, search, hash, username } = new URL(given);
  return /^https?:$/.test(protocol) && pathname === "/" && !search && !hash && !username;
}, "is the address of the whole site, with http:// or https:// and without a path: for example https://events.example.org");

/** Where PostgreSQL is. */
export const databaseAddress = checked(
  (given) => /^postgres(ql)?:$/.test(new URL(given).protocol),
  "is the address of a PostgreSQL: write postgres://user:password@host:5432/database, with %40 for an @ in the password",
);

/** Where Redis is. */
export const redisAddress = checked((given) => {
  const { protocol, hostname } = new URL(given);
  return /^rediss?:$/.test(protocol) && hostname !== "";
}, "is the address of a Redis with its scheme: write redis://host:6379, or rediss:// for TLS");

/** Any web address. */
export const webAddress = checked(
  (given) => /^https?:$/.test(new URL(given).protocol),
  "is an address that begins with http:// or https://",
);

/** What mails say they are from. */
export const sender = z
  .string()
  .refine(
    (given) => /^[^\s<>@]+@[^\s<>@]+$/.test(/<([^<>]*)>$/.exec(given)?.[1] ?? given),
    "is no sender: write events@example.org, or Our events <events@example.org>",
  );

/** Mail addresses, separated by commas, in lower case. */
export const addressList = z.string().transform((given, context) => {
  const addresses = given
    .split(",")
    .map((address) => address.trim().toLowerCase())
    .filter(Boolean);
  if (addresses.every((address) => z.email().safeParse(address).success)) return addresses;
  context.addIssue({
    code: "custom",
    message: "is a mail address like ada@example.org, or several with commas between",
  });
  return z.NEVER;
});

/** An address to listen on. */
export const bindAddress = z
  .string()
  .transform((given) => (given === "localhost" ? "127.0.0.1" : given.replace(/^\[(.*)\]$/, "$1")))
  .refine(
    (given) => isIP(given) !== 0,
    "is an IPv4 or IPv6 address of this machine: for example 127.0.0.1, 0.0.0.0 or ::",
  );

/** Addresses and networks of proxies, separated by commas. */
export const proxyList = z.string().refine((given) => {
  try {
    return readProxyList(given).length > 0;
  } catch {
    return false;
  }
}, "is a list of addresses and networks with commas between: for example 127.0.0.1, 10.0.0.0/8, fd00::/8");

function checked(isRight: (given: string) => boolean, message: string) {
  return z.string().refine((given) => URL.canParse(given) && isRight(given), message);
}
