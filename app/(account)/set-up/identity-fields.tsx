import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import type { ZoneGroup } from "@/app/(organizer)/manage/_form/zones";
import { AccentField } from "./accent-field";
import { LogoField } from "./logo-field";
import { ZoneField } from "./zone-field";

export type Identity = { name: string; timezone: string; accentColor: string; logoUrl: string | null };

type Props = {
  values: Identity;
  zoneGroups: readonly ZoneGroup[];
  faultOf: (field: string) => string | undefined;
  /** On the first day the zone is that of the browser. */
  isNew?: boolean;
};

/** Who the organisation is: asked when the product is set up, and kept in the settings. */
export function IdentityFields({ values, zoneGroups, faultOf, isNew = false }: Props) {
  return (
    <>
      <Field
        name="name"
        label="Name of the organisation"
        hint="Stands at the head of every page and mail."
        error={faultOf("name")}
        required
      >
        {(control) => (
          <Input
            {...control}
            size="public"
            autoComplete="organization"
            dir="auto"
            maxLength={80}
            defaultValue={values.name}
          />
        )}
      </Field>
      <ZoneField
        timezone={values.timezone}
        zoneGroups={zoneGroups}
        followsBrowser={isNew}
        error={faultOf("timezone")}
      />
      <LogoField logoUrl={values.logoUrl} error={faultOf("logo")} />
      <AccentField color={values.accentColor} error={faultOf("accentColor")} />
    </>
  );
}
