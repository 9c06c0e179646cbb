"use client";

import { useEffect, useState } from "react";
import { Field } from "@/app/_components/field";
import { Select } from "@/app/_components/select";
import { presentZoneName, type ZoneGroup, zoneLabelOf } from "@/app/(organizer)/manage/_form/zones";

type Props = { timezone: string; zoneGroups: readonly ZoneGroup[]; followsBrowser: boolean; error?: string };

/** The zone that new events begin with; on the first day that of the browser. */
export function ZoneField({ timezone: initial, zoneGroups, followsBrowser, error }: Props) {
  const [timezone, setTimezone] = useState(initial);
  const isListed = zoneGroups.some(({ zones }) => zones.some(({ value }) => value === timezone));
  useEffect(() => {
    if (followsBrowser) setTimezone(presentZoneName(Intl.DateTimeFormat().resolvedOptions().timeZone));
  }, [followsBrowser]);
  return (
    <Field
      name="timezone"
      label="Time zone"
      hint="New events begin with it; each can have its own."
      error={error}
      required
    >
      {(control) => (
        <Select {...control} size="public" value={timezone} onChange={(event) => setTimezone(event.target.value)}>
          {!isListed && <option value={timezone}>{zoneLabelOf(timezone)}</option>}
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
  );
}
