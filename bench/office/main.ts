import { parseArgs } from "node:util";
import { percentile } from "../percentile";
import { startBench } from "../start-bench";
import { runOffice } from "./run-office";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "300" },
    people: { type: "string", default: "500" },
    phones: { type: "string", default: "50" },
    "half-sent": { type: "string", default: "2000" },
  },
});
const tell = (line: string) => void process.stdout.write(`${line}\n`);
const people = Number(values.people);
const { sql, url, settings, stop } = await startBench({ RATE_LIMIT_SCALE: "1" });
let faults = 0;
try {
  const { waits, refused, admitted, halfSent } = await runOffice({
    url,
    sql,
    mailUrl: settings.SES_ENDPOINT ?? "",
    registrations: people,
    signIns: people,
    rushSeconds: 60,
    phones: Number(values.phones),
    admissionsPerSecond: 6,
    seconds: Number(values.seconds),
    halfSent: Number(values["half-sent"]),
    tell,
  });
  tell(`\n${"".padEnd(36)}   count   p50 ms   p95 ms   most ms`);
  for (const [what, ms] of waits) {
    const cells = [ms.length, percentile(ms, 0.5), percentile(ms, 0.95), percentile(ms, 1)];
    tell(what.padEnd(36) + cells.map((cell) => cell.toFixed(0).padStart(9)).join(""));
  }
  tell(`\n${admitted} let in; ${halfSent.ended} half-sent requests ended by the server`);
  const seen = [...refused, ...halfSent.odd.map((status) => `a half-sent request was answered with ${status}`)];
  for (const line of seen.slice(0, 50)) tell(`FAULT ${line}`);
  faults = seen.length;
  tell(faults === 0 ? "nobody was refused" : `${faults} faults`);
} finally {
  await stop();
}
process.exit(faults === 0 ? 0 : 1);
