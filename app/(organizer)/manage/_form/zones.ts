const present: Record<string, string> = {
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

export type ZoneGroup = { label: string; zones: { value: string; label: string }[] };

let groups: ZoneGroup[] | undefined;

/** Every time zone by part of the world, under the names that places have now. */
export function listZoneGroups(): ZoneGroup[] {
  groups ??= groupZones(Intl.supportedValuesOf("timeZone").map(presentZoneName));
  return groups;
}

/** The present name of a zone: browsers still call some of them as they were called in 1993. */
export function presentZoneName(zone: string): string {
  return present[zone] ?? zone;
}

/** The words for a zone: "Buenos Aires, Argentina" for America/Argentina/Buenos_Aires. */
export function zoneLabelOf(zone: string): string {
  const [, ...places] = zone.split("/");
  return (places.length > 0 ? places.reverse().join(", ") : zone).replaceAll("_", " ");
}

function groupZones(zones: string[]): ZoneGroup[] {
  const byPart = new Map<string, ZoneGroup["zones"]>([["Everywhere", [{ value: "UTC", label: "UTC" }]]]);
  for (const value of zones) {
    if (!value.includes("/") || value.startsWith("Etc/")) continue;
    const part = value.split("/")[0] ?? value;
    byPart.set(part, [...(byPart.get(part) ?? []), { value, label: zoneLabelOf(value) }]);
  }
  return [...byPart].map(([label, list]) => ({
    label,
    zones: list.sort((left, right) => left.label.localeCompare(right.label)),
  }));
}
