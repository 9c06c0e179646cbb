import { childEnvironment } from "@/lib/platform/config";
import { adoptProductSettings } from "../launcher/adopt-product-settings";
import { explainFault } from "../launcher/explain-fault";
import { say } from "../launcher/report";

try {
  adoptProductSettings();
  const { runCommand } = await import("./commands");
  await runCommand(process.argv.slice(2));
} catch (error) {
  say(explainFault(error, { databaseUrl: childEnvironment().DATABASE_URL }));
  process.exitCode = 1;
}
process.exit();
