import { adoptProductSettings } from "../launcher/adopt-product-settings";
import { explainFault } from "../launcher/explain-fault";
import { say } from "../launcher/report";

try {
  adoptProductSettings();
  const { runCommand } = await import("./commands");
  await runCommand(process.argv.slice(2));
} catch (error) {
  say(explainFault(error));
  process.exitCode = 1;
}
process.exit();
