import { Field } from "@/app/_components/field";
import type { LucideIcon } from "@/app/_components/icon-of";
import { Check, LoaderCircle } from "@/app/_components/icons";
import { Input } from "@/app/_components/input";
import type { DoorState } from "../door/door-state";

type Props = {
  state: DoorState;
  isOfflineReady: boolean;
  isResting: boolean;
  /** The gate that the door link names, which nobody changes here. */
  fixedGate: string | null;
  gate: string;
  onGate: (gate: string) => void;
};

/** What stands in place of the picture before the first scan: the gate, and what is ready on this phone. */
export function PrepareCard({ state, isOfflineReady, isResting, fixedGate, gate, onGate }: Props) {
  const { listAsOf, size } = state;
  const people = `${size.toLocaleString("en-GB")} ${size === 1 ? "person is" : "people are"} on this device`;
  return (
    <>
      <p className="text-balance text-lg font-semibold text-foreground">
        {isResting ? "The camera rests to save the battery" : "Point the camera at a ticket’s QR code"}
      </p>
      {fixedGate ? (
        <p className="text-base text-secondary">{fixedGate}</p>
      ) : (
        <Field name="gate" label="Your gate" optional className="w-full text-start">
          {(control) => (
            <Input
              {...control}
              size="door"
              autoComplete="off"
              maxLength={80}
              value={gate}
              onChange={(change) => onGate(change.target.value)}
            />
          )}
        </Field>
      )}
      <ul className="flex flex-col gap-1 text-start text-sm text-secondary">
        <Ready isReady={listAsOf !== null}>
          {listAsOf === null && size === 0 ? "The guest list is loading" : people}
        </Ready>
        <Ready isReady={isOfflineReady}>
          {isOfflineReady ? "Works without network" : "Getting ready to work without network"}
        </Ready>
      </ul>
    </>
  );
}

function Ready({ isReady, children }: { isReady: boolean; children: string }) {
  const Icon: LucideIcon = isReady ? Check : LoaderCircle;
  return (
    <li className="flex items-center gap-2">
      <Icon aria-hidden className={isReady ? "size-4 text-success" : "size-4 animate-spin"} />
      {children}
    </li>
  );
}
