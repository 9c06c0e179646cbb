import { parseArgs } from "node:util";
import { runMailStorm } from "./run-mail-storm";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "4000" },
    workers: { type: "string", default: "2" },
    seconds: { type: "string", default: "120" },
  },
});
const tell = (line: string) => void process.stdout.write(`${line}\n`);

const { messages, copies, struck, faults } = await runMailStorm({
  ...{ people: Number(values.people), workers: Number(values.workers), seconds: Number(values.seconds), tell },
});
const share = ((copies / messages) * 100).toFixed(2);
tell(`\n${messages} messages, every one delivered; ${copies} second copies (${share} %)`);
for (const [name, times] of struck) tell(`${String(times).padStart(5)} × ${name}`);
for (const fault of faults) tell(`FAULT ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);
