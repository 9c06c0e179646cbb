import pino from "pino";
import { config } from "./config";
import { describeFault } from "./describe-fault";

/**
 * Structured log on standard output. Secrets and addresses are struck out of fields by these names,
 * and out of errors wherever they stand in them: their messages, their stacks and the parameters of
 * queries.
 */
export const log = pino({
  level: config().LOG_LEVEL,
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: (thrown: unknown) => describeFault(thrown) },
  redact: {
    paths: [
      "password",
      "email",
      "token",
      "code",
      "authorization",
      "cookie",
      "*.password",
      "*.email",
      "*.token",
      "*.code",
      "*.authorization",
      "*.cookie",
    ],
    censor: "[redacted]",
  },
});
