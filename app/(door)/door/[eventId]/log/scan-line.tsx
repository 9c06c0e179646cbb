import { StatusBadge } from "@/app/_components/status-badge";
import type { LoggedScan } from "@/lib/checkin/scan-log";
import { formatInstant } from "@/lib/events/when";
import { scanWords } from "../../_door/scan-words";
import { UndoForm } from "./undo-form";

type Props = { scan: LoggedScan; eventId: string; timezone: string };

/** One scan of the log: who, what came of it, when, where and by whom; the standing admission can be undone. */
export function ScanLine({ scan, eventId, timezone }: Props) {
  const { name, department, verdict, isStanding, registrationId, undoneAt, undoneBy } = scan;
  const { word, tone } = scanWords[verdict];
  const where = [scan.gate, scan.scannedBy && `by ${scan.scannedBy}`, scan.isOffline && "without network"];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 truncate text-base font-semibold text-foreground">
            {name ?? (verdict === "wrong_event" ? "Another event’s ticket" : "Unknown code")}
          </span>
          <StatusBadge tone={undoneAt ? "neutral" : tone}>{undoneAt ? "Undone" : word}</StatusBadge>
        </p>
        <p className="mt-1 text-sm text-secondary">
          {[formatInstant(scan.scannedAt, timezone), department, ...where].filter(Boolean).join(" · ")}
        </p>
        {undoneAt && (
          <p className="text-sm text-secondary">
            Undone {formatInstant(undoneAt, timezone)}
            {undoneBy && ` by ${undoneBy}`}
          </p>
        )}
      </div>
      {isStanding && registrationId && name && <UndoForm {...{ eventId, registrationId, name }} />}
    </li>
  );
}
