import { CalendarDays } from "lucide-react";
import { cn } from "./cn";

type Props = { dateTime: string; eventTime: string; viewerTime?: string; className?: string; icon?: boolean };

/** When it is: in the event's own zone first, in the reader's below when that differs. */
export function WhenLine({ dateTime, eventTime, viewerTime, className, icon = true }: Props) {
  return (
    <div className={cn("flex items-start gap-2.5", className)}>
      {icon && <CalendarDays aria-hidden className="mt-0.5 size-5 shrink-0 text-muted-foreground" strokeWidth={1.5} />}
      <p className="min-w-0">
        <time dateTime={dateTime} className="text-foreground">
          {eventTime}
        </time>
        {viewerTime && <span className="block text-sm text-muted-foreground">{viewerTime}</span>}
      </p>
    </div>
  );
}
