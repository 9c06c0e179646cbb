import { parseArgs } from "node:util";
import { allFaults } from "./faults";
import { runStorm } from "./run-storm";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "120" },
    seed: { type: "string", default: "1" },
    processes: { type: "string", default: "3" },
    events: { type: "string", default: "4" },
    people: { type: "string", default: "60" },
  },
});
const tell = (line: string) => void process.stdout.write(`${line}\n`);

const { calls, answered, unknown, struck, faults } = await runStorm({
  ...{ seconds: Number(values.seconds), seed: Number(values.seed), processes: Number(values.processes) },
  ...{
    events: Number(values.events),
    peopleEach: Number(values.people),
    answers: 0,
    faults: allFaults,
    faultEveryMs: 2_000,
    killEveryMs: 2_000,
    tell,
  },
});
tell(`\n${calls} calls, ${answered} answered, ${unknown} unknown and asked again until known`);
for (const [name, times] of struck) tell(`${String(times).padStart(5)} × ${name}`);
for (const fault of faults) tell(`FAULT ${fault}`);
tell(faults.length === 0 ? "no fault" : `${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
