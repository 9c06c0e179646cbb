import { log } from "@/lib/platform/log";

/**
 * What goes wrong with the provider, by next-auth's code and the fault's own words; never the
 * claims of a person.
 */
export const providerLogger = {
  error(code: string, metadata: unknown) {
    log.warn({ step: code, fault: faultIn(metadata) }, "signing in with the provider failed");
  },
  warn(code: string) {
    log.debug({ step: code }, "next-auth warns");
  },
  debug() {},
};

function faultIn(metadata: unknown): string | undefined {
  const { error } = (metadata ?? {}) as { error?: unknown };
  const fault = metadata instanceof Error ? metadata : error;
  return fault instanceof Error ? fault.message.slice(0, 300) : undefined;
}
