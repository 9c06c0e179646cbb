import type { Config } from "@/lib/platform/config";
import { isLoopbackHost } from "@/lib/platform/loopback-host";
import { mailWayOf } from "@/lib/platform/mail-transport";

type Given = Record<string, string | undefined>;

/**
 * Whether the demo runs. Its passwords are known and its mails open to whoever asks, so it is for
 * this machine alone: wanted unless something speaks of a service, allowed only while nothing
 * leaves the machine. Asking for both is an Error with the reason.
 */
export function judgeDemo(config: Config, given: Given): boolean {
  const reach = findReach(config);
  if (given.TURNOUT_DEMO) {
    if (config.TURNOUT_DEMO && reach)
      throw new Error(
        `TURNOUT_DEMO=1: the demo has known passwords and shows everybody's mails, so it stays on this machine, but ${reach}.\n` +
          "Leave TURNOUT_DEMO out to run a service, or that setting to look at the demo.",
      );
    return config.TURNOUT_DEMO;
  }
  const speaksOfService = given.DATABASE_URL || given.SMTP_URL || given.SES_ENDPOINT || given.ALLOWED_HOSTS;
  return !reach && !speaksOfService;
}

/** What would carry the demo beyond this machine, in words; null when nothing does. */
function findReach(config: Config): string | null {
  const { APP_URL, BIND_ADDRESS, DATABASE_URL, SMTP_URL, SES_ENDPOINT } = config;
  if (!isLoopbackHost(new URL(APP_URL).hostname)) return `APP_URL is ${APP_URL}`;
  if (BIND_ADDRESS && !isLoopbackHost(BIND_ADDRESS)) return `BIND_ADDRESS is ${BIND_ADDRESS}`;
  const database = databaseHostOf(DATABASE_URL);
  if (!isHere(database)) return `DATABASE_URL leads to ${database}`;
  const way = mailWayOf(config);
  if (way.kind === "smtp" && SMTP_URL && !isHere(SMTP_URL.host)) return `SMTP_URL leads to ${SMTP_URL.host}`;
  if (way.kind === "ses" && !(SES_ENDPOINT && isHere(new URL(SES_ENDPOINT).hostname)))
    return `mails leave by Amazon SES (${way.at})`;
  return null;
}

function databaseHostOf(address: string): string {
  const { hostname, searchParams } = new URL(address);
  return searchParams.get("host") || hostname || "localhost";
}

function isHere(host: string): boolean {
  return host.startsWith("/") || isLoopbackHost(host);
}
