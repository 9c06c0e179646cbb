import { explainDatabaseFault } from "@/db/explain-database-fault";
import { UnusableDatabase } from "@/db/unusable-database";
import { AppError } from "@/lib/platform/errors";
import { StartFault } from "./start-fault";

type Where = { dataFolder?: string | undefined; databaseUrl?: string | undefined };

/** What to tell whoever started us: the plain message of a fault they can mend, or all that is known of any other. */
export function explainFault(error: unknown, { dataFolder, databaseUrl }: Where = {}): string {
  if (error instanceof StartFault || error instanceof AppError || error instanceof UnusableDatabase)
    return error.message;
  const ofDatabase = databaseUrl && explainDatabaseFault(error, databaseUrl);
  if (ofDatabase) return ofDatabase;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (dataFolder && /ENOSPC|EDQUOT|No space left on device|could not extend file/.test(text)) {
    return `The disk of the data dir ${dataFolder} is full.\nMake room there, or set TURNOUT_DATA_DIR to a folder on another disk.\n\n${text}`;
  }
  return causesOf(error).join("\n  because: ") || text;
}

function causesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return [error.cause ? error.message : (error.stack ?? error.message), ...causesOf(error.cause)];
}
