import path from "node:path";
import { config } from "../config";
import { log } from "../log";
import { startRecorder } from "./recorder-server";

const { SES_RECORDER_PORT, TURNOUT_DATA_DIR } = config();
const recorder = await startRecorder({
  port: SES_RECORDER_PORT,
  folder: path.join(TURNOUT_DATA_DIR, "mail"),
  keep: 2_000,
});
log.info({ port: recorder.port }, "recording mail on loopback");
process.send?.({ port: recorder.port });

// Whoever started this process with a channel owns it: it ends with them.
for (const end of ["SIGTERM", "disconnect"]) process.once(end, () => void recorder.stop().then(() => process.exit(0)));
