import { BarList } from "@/app/_components/bar-list";
import { SeatMeter } from "@/app/_components/seat-meter";
import type { DoorNumbers } from "@/lib/checkin/door-numbers";

/** How many are in, each person once, and through which gate they came. */
export function GateTotals({ counts, gates }: DoorNumbers) {
  const { checkedIn, registered } = counts;
  return (
    <>
      <SeatMeter
        taken={checkedIn}
        capacity={registered}
        words={`${checkedIn.toLocaleString("en")} in, ${registered.toLocaleString("en")} registered`}
      />
      {gates.some(({ gate }) => gate !== null) && (
        <div className="mt-5">
          <BarList
            label="People in by gate"
            items={gates.map(({ gate, checkedIn: value }) => ({
              ...{ label: gate ?? "No gate named", value, valueText: value.toLocaleString("en") },
            }))}
          />
        </div>
      )}
    </>
  );
}
