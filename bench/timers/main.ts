import { parseArgs } from "node:util";
import { startDatabase } from "./start-database";

const { values } = parseArgs({ options: { people: { type: "string", default: "1000000" } } });
const people = Number(values.people);
const tell = (line: string) => void process.stdout.write(`${line}\n`);
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

const database = await startDatabase();
try {
  const { timedTasks } = await import("@/lib/notifications/timed-tasks");
  const { stageCrowd } = await import("@/lib/testing/stage-crowd");
  const { sql } = await import("@/db/client");
  await stageCrowd({ people, startsAt: inHours(12), endsAt: inHours(14) });
  await stageCrowd({ people, startsAt: inHours(-6), endsAt: inHours(-3), areCheckedIn: true });
  await sql().begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`analyze`;
  });
  tell(`one event with ${people} people that starts in 12 hours, one with as many that ended 3 hours ago`);
  for (const name of ["reminders", "surveys"]) {
    await measure(name, `${name}, all due`);
    await measure(name, `${name}, everything written`);
  }
  for (const name of ["complete-events", "unconfirmed-seats", "announcements", "archive"]) {
    await measure(name, `${name}, first run`);
    await measure(name, `${name}, nothing due`);
  }
  await sql().begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`update outbox set status = 'sent', created_at = created_at - interval '91 days'`;
  });
  await measure("archive", `archive, ${2 * people} old messages`);

  async function measure(name: string, title: string): Promise<void> {
    const mark = database.mark();
    const startedAt = performance.now();
    const count = await timedTasks.get(name)?.();
    const totalMs = performance.now() - startedAt;
    const durations = database.durationsSince(mark);
    const [slowest = 0] = durations;
    const steps = `slowest of ${durations.length} steps ${slowest.toFixed(1)} ms`;
    tell(
      `  ${title.padEnd(36)} ${String(count).padStart(8)} rows ${totalMs.toFixed(0).padStart(7)} ms in all, ${steps}`,
    );
  }
} finally {
  await database.stop();
}
