import { Badge } from "@/app/_components/badge";
import { CloudUpload, WifiOff } from "@/app/_components/icons";
import { LiveDot } from "@/app/_components/live-dot";
import type { DoorState } from "../door/door-state";

type Props = { state: DoorState; timeOf: (instant: string) => string };

/** Whether the server answers, how old this phone's list is, and how many scans wait: always in view. */
export function SyncChip({ state: { reach, waiting, listAsOf, phase }, timeOf }: Props) {
  const list = phase === "opening" ? "" : listAsOf ? `List ${timeOf(listAsOf)}` : "No list yet";
  return (
    <p role="status" className="flex shrink-0 flex-wrap items-center justify-end gap-x-2 gap-y-1">
      <span className="text-meta text-secondary">{list}</span>
      {reach.isReachable && waiting === 0 ? (
        <LiveDot />
      ) : (
        <Badge tone="warning">
          {reach.isReachable ? <CloudUpload aria-hidden /> : <WifiOff aria-hidden />}
          {reach.isReachable ? "Sending" : "Offline"}
          {waiting > 0 && ` · ${waiting} waiting`}
        </Badge>
      )}
    </p>
  );
}
