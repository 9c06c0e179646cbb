import { startRecorder } from "@/lib/platform/ses-recorder/recorder-server";

// The recorder with room for every mail of a storm, as a process that can be killed.
const [port, folder] = process.argv.slice(2);
await startRecorder({ port: Number(port), folder: folder ?? "", keep: 1_000_000 });
process.send?.("listening");
process.once("disconnect", () => process.exit(0));
