import { SeatMeter } from "@/app/_components/seat-meter";
import { seatWords } from "./seat-words";

type Props = { event: { capacity: number | null; seatsTaken: number } };

/** How many seats are left, for an event that has a limit. */
export function SeatsLeft({ event: { capacity, seatsTaken } }: Props) {
  if (capacity === null) return null;
  return <SeatMeter className="mt-3" taken={seatsTaken} capacity={capacity} words={seatWords(seatsTaken, capacity)} />;
}
