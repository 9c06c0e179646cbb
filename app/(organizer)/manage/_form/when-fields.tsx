"use client";

import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { faultOf } from "@/app/_server/form-state";
import type { FormPart } from "./form-part";
import { movedEnd } from "./moved-end";
import { presentZoneName, type ZoneGroup, zoneLabelOf } from "./zones";

type Props = FormPart & { zoneGroups: readonly ZoneGroup[]; isNew: boolean };

/** Start, end and zone. The end follows the start; a new event begins in the organisation's zone,
 * or in the browser's. */
export function WhenFields({ state, values, zoneGroups, isNew }: Props) {
  const end = useRef<HTMLInputElement>(null);
  const [start, setStart] = useState(values.startsAt ?? "");
  const [timezone, setTimezone] = useState(values.timezone ?? "UTC");
  const [followsBrowser] = useState(isNew && values.timezone === undefined);
  const isKnown = zoneGroups.some(({ zones }) => zones.some(({ value }) => value === timezone));

  useEffect(() => {
    if (followsBrowser) setTimezone(presentZoneName(Intl.DateTimeFormat().resolvedOptions().timeZone));
  }, [followsBrowser]);

  const moveEnd = ({ target }: ChangeEvent<HTMLInputElement>) => {
    if (end.current && target.value) end.current.value = movedEnd(start, target.value, end.current.value);
    setStart(target.value);
  };

  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field name="startsAt" label="Starts" error={faultOf(state, "startsAt")} required>
        {(control) => <Input {...control} type="datetime-local" defaultValue={values.startsAt} onChange={moveEnd} />}
      </Field>
      <Field
        name="endsAt"
        label="Ends"
        hint={isNew && "Two hours later, if you leave it empty."}
        error={faultOf(state, "endsAt")}
      >
        {(control) => <Input {...control} ref={end} type="datetime-local" defaultValue={values.endsAt} />}
      </Field>
      <Field
        name="timezone"
        label="Time zone of the place"
        error={faultOf(state, "timezone")}
        className="sm:col-span-2"
        hint="Everyone sees these times in this zone, and in their own beside it."
      >
        {(control) => (
          <Select {...control} value={timezone} onChange={(event) => setTimezone(event.target.value)}>
            {!isKnown && <option value={timezone}>{zoneLabelOf(timezone)}</option>}
            {zoneGroups.map(({ label, zones }) => (
              <optgroup key={label} label={label}>
                {zones.map((zone) => (
                  <option key={zone.value} value={zone.value}>
                    {zone.label}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
