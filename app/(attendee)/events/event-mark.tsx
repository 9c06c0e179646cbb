import { Clock, Lock, Users } from "lucide-react";
import { StatusBadge } from "@/app/_components/status-badge";
import { type RegistrableEvent, registrationStateOf } from "@/lib/events/rules";
import { formatInstant } from "@/lib/events/when";

type Props = { event: RegistrableEvent & { timezone: string }; at: Date };

const fewSeats = 10;

/** What one should know before opening an event's page; nothing when there is simply room. */
export function EventMark({ event, at }: Props) {
  const { state, seatsLeft, opensAt } = registrationStateOf(event, at);
  if (state === "draft") return <StatusBadge tone="neutral">Draft, not public</StatusBadge>;
  if (state === "cancelled") return <StatusBadge tone="destructive">Cancelled</StatusBadge>;
  if (state === "past") return null;
  if (event.startsAt <= at) return <StatusBadge tone="info">Under way</StatusBadge>;
  if (state === "closed") {
    return (
      <StatusBadge tone="neutral" icon={<Lock aria-hidden />}>
        Registration closed
      </StatusBadge>
    );
  }
  if (state === "not_open" && opensAt) {
    return (
      <StatusBadge
        tone="info"
        icon={<Clock aria-hidden />}
      >{`Opens ${formatInstant(opensAt, event.timezone)}`}</StatusBadge>
    );
  }
  if (state === "full") return <StatusBadge tone="warning">Full</StatusBadge>;
  if (state === "waitlist") {
    return (
      <StatusBadge tone="warning" icon={<Users aria-hidden />}>
        {event.waitlistCount > 0 ? `Full, ${event.waitlistCount} waiting` : "Full, waitlist open"}
      </StatusBadge>
    );
  }
  if (seatsLeft === null || seatsLeft > fewSeats) return null;
  return <StatusBadge tone="success">{seatsLeft === 1 ? "1 seat left" : `${seatsLeft} seats left`}</StatusBadge>;
}
