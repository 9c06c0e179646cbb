import { closeDatabase } from "@/db/client";
import { config } from "@/lib/platform/config";
import { loadDemo } from "./load-demo";

const summary = await loadDemo({ seed: 20_26, password: config().DEMO_PASSWORD });
await closeDatabase();
process.stdout.write(
  summary
    ? `Demo data: ${summary.people} people, ${summary.events} events, ${summary.registrations} registrations\n`
    : "Demo data: the database already holds people, nothing was loaded\n",
);
