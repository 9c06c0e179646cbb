import { WifiOff } from "lucide-react";
import { Badge } from "@/app/_components/badge";
import { LiveDot } from "@/app/_components/live-dot";

/** Whether the server answers, and how many scans wait for it. */
export function LinkChip({ isReachable, waiting }: { isReachable: boolean; waiting: number }) {
  return (
    <p role="status" className="shrink-0">
      {isReachable && waiting === 0 ? (
        <LiveDot />
      ) : (
        <Badge tone="warning">
          <WifiOff aria-hidden />
          {isReachable ? "Sending" : "No connection"}
          {waiting > 0 && ` · ${waiting} waiting`}
        </Badge>
      )}
    </p>
  );
}
