"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { SeatMeter } from "@/app/_components/seat-meter";
import { keepAsking, type WatchedEvent } from "./keep-asking";

type Props = { eventId: string; capacity: number; seatsTaken: number; waitlistCount: number };

const everyMs = 8_000;

/** How many seats are left, kept true while the page is looked at; when the last one goes or comes back, the page around it follows. */
export function LiveSeats({ eventId, ...drawn }: Props) {
  const router = useRouter();
  const [seen, setSeen] = useState<WatchedEvent | null>(null);
  const isFull = hasNoSeat(drawn);
  useEffect(
    () =>
      keepAsking(eventId, everyMs, (event) => {
        setSeen(event);
        if (event.capacity === null || hasNoSeat({ ...event, capacity: event.capacity }) !== isFull) router.refresh();
        return everyMs;
      }),
    [eventId, isFull, router],
  );
  const capacity = seen?.capacity ?? drawn.capacity;
  const taken = seen?.seatsTaken ?? drawn.seatsTaken;
  const left = Math.max(0, capacity - taken);
  const words = left === 0 ? `All ${capacity} seats are taken` : `${left} of ${capacity} seats left`;
  return <SeatMeter className="mt-3" taken={taken} capacity={capacity} words={words} />;
}

function hasNoSeat({ capacity, seatsTaken, waitlistCount }: Omit<Props, "eventId">): boolean {
  return seatsTaken >= capacity || waitlistCount > 0;
}
