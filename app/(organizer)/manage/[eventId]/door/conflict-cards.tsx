import { OneTapForm } from "@/app/_server/one-tap-form";
import type { Conflict, OpenWalkIn } from "@/lib/checkin/conflicts";
import { settleConflictAction, settleWalkInAction } from "./actions";
import { conflictWords, walkInWords } from "./conflict-words";
import { DoorCard, type Line } from "./door-card";

type Props = { eventId: string; timezone: string; conflicts: readonly Conflict[]; walkIns: readonly OpenWalkIn[] };

/** What the phones could not settle among themselves: two let in on one ticket, or one whom the list refuses. */
export function ConflictCards({ eventId, timezone, conflicts, walkIns }: Props) {
  return (
    <ul className="flex flex-col gap-3">
      {conflicts.map((conflict) => {
        const lines: Line[] = [
          ...(conflict.first ? [{ title: "First", ...conflict.first }] : []),
          { title: conflict.first ? "Then" : "Scanned", at: conflict.at, gate: conflict.gate, by: conflict.by },
        ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
        return (
          <DoorCard
            key={conflict.scanId}
            {...{ timezone, lines, name: conflict.name ?? "Unknown ticket", what: conflictWords(conflict) }}
          >
            <OneTapForm
              action={settleConflictAction}
              fields={{ eventId, scanId: conflict.scanId }}
              label={`Settle the conflict about ${conflict.name ?? "an unknown ticket"}`}
              pendingLabel="Settling…"
              variant="secondary"
            >
              Settled
            </OneTapForm>
          </DoorCard>
        );
      })}
      {walkIns.map((walkIn) => (
        <DoorCard
          key={walkIn.walkInId}
          {...{ timezone, name: walkIn.name, what: walkInWords(walkIn), detail: walkIn.email }}
          lines={[{ title: "Came", at: walkIn.cameAt, gate: null, by: walkIn.by }]}
        >
          <OneTapForm
            action={settleWalkInAction}
            fields={{ eventId, walkInId: walkIn.walkInId }}
            label={`Settle the matter of ${walkIn.name}`}
            pendingLabel="Settling…"
            variant="secondary"
          >
            Settled
          </OneTapForm>
        </DoorCard>
      ))}
    </ul>
  );
}
