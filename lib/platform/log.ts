import pino from "pino";
import { config } from "./config";

/** Structured log on standard output. Secrets and addresses are struck out wherever they appear by these names. */
export const log = pino({
  level: config().LOG_LEVEL,
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
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
