import { rmSync } from "node:fs";
import { awaitDatabase } from "@/db/await-database";
import { isDatabaseEmpty } from "@/db/is-database-empty";
import { migrateDatabase } from "@/db/migrate";
import { awaitReady } from "./await-ready";
import { buildProduct } from "./build-product";
import { settingsOfChildren } from "./child-settings";
import { openDataDir } from "./data-dir";
import { dropRights } from "./drop-rights";
import { explainFault } from "./explain-fault";
import { releaseLock } from "./hold-lock";
import { holdPort } from "./hold-port";
import { loadDemo } from "./load-demo";
import { prepareAccounts } from "./prepare-accounts";
import { readSettings, type Settings } from "./read-settings";
import { say, sayBox, step } from "./report";
import { writeRunningFile } from "./running-file";
import { startChild } from "./start-child";
import { startDatabase } from "./start-database";
import { startWeb } from "./start-web";
import { stopInOrder } from "./stop-in-order";
import { welcomeLines } from "./welcome";

const running = stopInOrder();
let dataFolder = "";
let databaseUrl = "";

async function start(settings: Settings): Promise<void> {
  const { config } = settings;
  dataFolder = settings.dataFolder;
  const { dataDir, releasePort } = await step("Checking the data dir and the port", async () => {
    const opened = openDataDir(dataFolder);
    running.push(async () => releaseLock(opened.lockFile));
    // One that a killed start left behind.
    rmSync(opened.runningFile, { force: true });
    return { dataDir: opened, releasePort: await holdPort(config.PORT, settings.listensOn) };
  });
  databaseUrl = config.DATABASE_URL;
  if (settings.usesOwnDatabase) {
    const database = await step("Starting PostgreSQL", (tell) => startDatabase(dataDir, tell));
    running.push(database.stop);
    databaseUrl = database.url;
  }
  await step("Looking at the database", (tell) =>
    awaitDatabase(databaseUrl, { seconds: config.DATABASE_WAIT_SECONDS, tell }),
  );
  await step("Bringing the schema up to date", () => migrateDatabase(databaseUrl));
  await step("Building", (tell) => buildProduct(dataDir.log("build"), tell));
  const childSettings = await settingsOfChildren(settings, dataDir, databaseUrl);
  if (settings.wantsDemo && (await isDatabaseEmpty(databaseUrl))) {
    await step("Loading the demo data", (tell) => loadDemo(childSettings, tell));
  }
  const accounts = await step("Preparing the accounts", () => prepareAccounts(childSettings));
  const rights = dropRights(dataDir, settings.given);
  const { user } = rights;
  await step("Starting web and worker", async () => {
    if (settings.recordsMail) {
      // Where it works already it needs no right to pass the folders above.
      const inside = { user, cwd: dataDir.folder };
      const recorder = startChild(dataDir, "ses-recorder", { ...childSettings, TURNOUT_DATA_DIR: "." }, inside);
      running.push(() => recorder.stop(5_000));
    }
    const worker = startChild(dataDir, "worker", childSettings, { user });
    running.push(() => worker.stop(15_000));
    await releasePort();
    const place = { processes: config.WEB_PROCESSES, address: settings.listensOn };
    const webs = startWeb(dataDir, childSettings, { ...place, user });
    running.push(() => Promise.all(webs.map((web) => web.stop(12_000))));
    await awaitReady(settings.ownAddress, dataDir.log("web"));
  });
  writeRunningFile(dataDir.runningFile, childSettings, settings.usesOwnDatabase);
  running.push(async () => rmSync(dataDir.runningFile, { force: true }));
  sayBox(welcomeLines(settings, accounts, rights.obstacle));
}

try {
  say("\n  Turnout\n");
  await start(readSettings());
} catch (error) {
  say(`\n${explainFault(error, { dataFolder, databaseUrl })}\n`);
  await running.stopAll();
  process.exit(1);
}
