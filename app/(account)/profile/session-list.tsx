import { Badge } from "@/app/_components/badge";
import type { SessionListItem } from "@/lib/access/list-sessions";
import { formatInstant } from "@/lib/events/when";
import { deviceWords } from "./device-words";
import { EndSessionForm } from "./end-session-form";

/** Where one is signed in, and how to end each place but this one. */
export function SessionList({ sessions, timezone }: { sessions: SessionListItem[]; timezone: string }) {
  return (
    <ul className="divide-y divide-border">
      {sessions.map(({ id, userAgent, createdAt, lastUsedAt, isCurrent }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 first:pt-0">
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              <bdi className="break-all">{deviceWords(userAgent)}</bdi>
              {isCurrent && <Badge>This one</Badge>}
            </p>
            <p className="mt-0.5 text-sm text-secondary">
              Last used {formatInstant(lastUsedAt, timezone)}, since {formatInstant(createdAt, timezone)}
            </p>
          </div>
          {!isCurrent && <EndSessionForm id={id} device={deviceWords(userAgent)} />}
        </li>
      ))}
    </ul>
  );
}
