import { findFreePort } from "@/lib/platform/embedded/find-free-port";
import type { DataDir } from "./data-dir";
import { keptSecret } from "./kept-secret";
import type { Settings } from "./read-settings";

/** What the children get on top of the environment: everything that the launcher decided, found or made. */
export async function settingsOfChildren(settings: Settings, dataDir: DataDir, databaseUrl: string) {
  const { config, given } = settings;
  const recorderPort = settings.recordsMail ? await findFreePort() : 0;
  return {
    NODE_ENV: "production",
    PORT: String(config.PORT),
    NEXTAUTH_URL: config.APP_URL,
    TURNOUT_DATA_DIR: dataDir.folder,
    TURNOUT_DEMO: settings.wantsDemo ? "1" : "0",
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: given.AUTH_SECRET || keptSecret(dataDir.inside("auth-secret")),
    CRON_SECRET: given.CRON_SECRET || keptSecret(dataDir.inside("cron-secret")),
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    ...(settings.recordsMail && {
      SES_RECORDER_PORT: String(recorderPort),
      SES_ENDPOINT: `http://127.0.0.1:${recorderPort}`,
      MAIL_VIEWER: "1",
    }),
  };
}
