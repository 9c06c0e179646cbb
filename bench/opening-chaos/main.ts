import { parseArgs } from "node:util";
import { runOpeningChaos } from "./run-opening-chaos";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "500" },
    seconds: { type: "string", default: "120" },
    processes: { type: "string", default: "2" },
    "kill-every": { type: "string", default: "5" },
  },
});
const tell = (line: string) => void process.stdout.write(`${line}\n`);

const { killed, counts, registered, resent, faults } = await runOpeningChaos({
  people: Number(values.people),
  seconds: Number(values.seconds),
  processes: Number(values.processes),
  killEveryMs: Number(values["kill-every"]) * 1000,
  thinkMs: 5_000,
  tell,
});
tell(`\n${values.people} people signed in for ${values.seconds} s, ${killed} web processes killed`);
tell(
  `${counts.good} right answers, ${counts.refused} polite refusals, ${counts.broken} connections of killed processes`,
);
tell(`${resent} requests sent again on another connection, ${registered} registered`);
for (const fault of faults.slice(0, 50)) tell(`FAULT ${fault}`);
tell(faults.length === 0 ? "no fault" : `${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
