import { z } from "zod";
import { findHalfSettings } from "./find-half-settings";
import { faultsOfMail, mailSettings } from "./mail-settings";
import { faultsOfOidc, oidcSettings } from "./oidc-settings";
import {
  addressList,
  bindAddress,
  databaseAddress,
  flag,
  proxyList,
  redisAddress,
  siteAddress,
  wholeNumber,
} from "./setting-kinds";

const awsCredentials = [
  "AWS_ACCESS_KEY_ID",
  "AWS_PROFILE",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
];

const settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: wholeNumber(1, 65535).default(3000),
  /** Where the site listens; unset: on every address, in the demo on 127.0.0.1. */
  BIND_ADDRESS: bindAddress.optional(),
  APP_URL: siteAddress.optional(),
  AUTH_SECRET: z.string().min(32, "needs at least 32 characters"),
  /** Raised to sign tickets with a new key; those that were signed before stay good until their key is revoked. */
  TICKET_KEY_VERSION: wholeNumber(0, 1_000_000).default(0),
  TURNOUT_DATA_DIR: z.string().min(1).default(".turnout"),
  TURNOUT_DEMO: flag.default(false),
  DEMO_PASSWORD: z.string().min(8, "needs at least 8 characters").default("turnout-demo"),
  /** Whoever signs in with one of these addresses is an administrator from then on. */
  ADMIN_EMAIL: addressList.default([]),
  DATABASE_URL: databaseAddress,
  DATABASE_REPLICA_URL: databaseAddress.optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 200).default(10),
  /** How long the start waits for a database that is not there yet. */
  DATABASE_WAIT_SECONDS: wholeNumber(0, 3_600).default(30),
  REDIS_URL: redisAddress.optional(),
  /** How long an answer of Redis may take before a process goes on without it. */
  REDIS_PATIENCE_MS: wholeNumber(1, 5_000).default(20),
  ...mailSettings,
  /** Set by `bin/start` when SES_ENDPOINT is its own recorder, whose mails the viewer may show. */
  MAIL_VIEWER: flag.default(false),
  /** Where the recorder listens on loopback; 0 takes any free port. */
  SES_RECORDER_PORT: wholeNumber(0, 65535).default(0),
  CRON_SECRET: z.string().min(8, "needs at least 8 characters").optional(),
  /** Opens the metrics to whoever calls from another machine or through a proxy. */
  METRICS_TOKEN: z.string().min(16, "needs at least 16 characters").optional(),
  /** Where whoever finds a weakness writes to: an address or a page (RFC 9116). */
  SECURITY_CONTACT: z.union([z.email(), z.url({ protocol: /^https$/ })], "is an address or an https page").optional(),
  /**
   * 0 has Next answer every request: no handler is called directly, and no page comes from the
   * cache.
   */
  FRONT: flag.default(true),
  WEB_PROCESSES: wholeNumber(1, 64).default(1),
  /** `strict`: 10 registrations an address and 5 a person in 15 minutes, 100 in all. */
  RATE_LIMIT_PROFILE: z.enum(["office", "strict"]).default("office"),
  RATE_LIMIT_SCALE: z.coerce.number().min(0).max(1_000_000).default(1),
  /** More host names under which the site answers, separated by commas; APP_URL's own is always one. */
  ALLOWED_HOSTS: z.string().default(""),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 10).default(0),
  /** The proxies whose forwarded headers count: nobody else can say who calls. */
  TRUSTED_PROXIES: proxyList.default("127.0.0.0/8,::1"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  ...oidcSettings,
});

export type Config = ReturnType<typeof readConfig>;

/**
 * Parses the environment; throws one Error that lists every faulty setting, and what else whoever
 * asks found. Empty strings count as absent.
 */
export function readConfig(environment: Record<string, string | undefined>, found: readonly string[] = []) {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = settings.safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    ...findHalfSettings(given),
    ...(parsed.success ? [...faultsOfMail(parsed.data), ...faultsOfOidc(parsed.data)] : []),
    ...found,
  ];
  if (!parsed.success || faults.length > 0)
    throw new Error(`These settings are wrong:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  const { data } = parsed;
  return {
    ...data,
    APP_URL: (data.APP_URL ?? `http://localhost:${data.PORT}`).replace(/\/$/, ""),
    /**
     * Whether the environment names credentials of AWS; those of a machine's role are not in it.
     */
    hasAwsCredentials: awsCredentials.some((name) => name in given),
  };
}

/** The name of every setting. */
export const settingNames = Object.keys(settings.shape);

let cached: Config | undefined;

/** The process's settings, read once at first use. The only reader of the environment. */
export function config(): Config {
  // biome-ignore lint/style/noProcessEnv: the one place that reads the environment
  cached ??= readConfig(process.env);
  return cached;
}

/** The environment that a child process gets: this one's, with these settings put in. */
export function childEnvironment(settings: Record<string, string> = {}): NodeJS.ProcessEnv {
  // biome-ignore lint/style/noProcessEnv: handed on whole, not read
  return { ...process.env, ...settings };
}
