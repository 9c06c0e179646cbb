import { Clock, Lock, Users } from "@/app/_components/icons";
import { StatusBadge } from "@/app/_components/status-badge";
import type { Mark } from "./event-mark-of";

const looks = {
  draft: { tone: "neutral", Icon: undefined },
  cancelled: { tone: "destructive", Icon: undefined },
  running: { tone: "info", Icon: undefined },
  closed: { tone: "neutral", Icon: Lock },
  opens: { tone: "info", Icon: Clock },
  full: { tone: "warning", Icon: undefined },
  waitlist: { tone: "warning", Icon: Users },
  few: { tone: "success", Icon: undefined },
} as const;

/** An event's mark as a badge. */
export function EventMark({ mark: { kind, words } }: { mark: Mark }) {
  const { tone, Icon } = looks[kind];
  return (
    <StatusBadge tone={tone} icon={Icon && <Icon aria-hidden />}>
      <span data-fill="mark">{words}</span>
    </StatusBadge>
  );
}
