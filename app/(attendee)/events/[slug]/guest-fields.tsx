import { Disclosure } from "@/app/_components/disclosure";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { type FormState, faultOf, typedIn } from "@/app/_server/form-state";

type Props = { most: number; state: FormState<unknown> };

/** The names of those one brings; what stays empty is nobody. Open again when something was typed and refused. */
export function GuestFields({ most, state }: Props) {
  const names = Array.from({ length: most }, (_, place) => `guests.${place}`);
  const isUsed = names.some((name) => typedIn(state, name));
  return (
    <Disclosure summary={most === 1 ? "Bring a guest" : `Bring up to ${most} guests`} open={isUsed || undefined}>
      <div className="flex flex-col gap-4">
        <p className="text-meta text-muted-foreground">
          Each guest gets a ticket. You come together: seats for all of you, or all of you wait in line.
        </p>
        {names.map((name, place) => (
          <Field
            key={name}
            name={name}
            label={most === 1 ? "Your guest’s name" : `Name of guest ${place + 1}`}
            error={faultOf(state, name) ?? (place === 0 ? faultOf(state, "guests") : undefined)}
          >
            {(control) => (
              <Input
                {...control}
                size="public"
                autoComplete="off"
                dir="auto"
                maxLength={200}
                defaultValue={typedIn(state, name)}
              />
            )}
          </Field>
        ))}
      </div>
    </Disclosure>
  );
}
