import { Card } from "@/app/_components/card";
import { listPasskeys } from "@/lib/access/passkeys/list-passkeys";
import { relyingPartyOf } from "@/lib/access/passkeys/relying-party";
import type { PersonScope } from "@/lib/access/scopes";
import { config } from "@/lib/platform/config";
import { AddPasskeyForm } from "./add-passkey-form";
import { PasskeyList } from "./passkey-list";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** One's passkeys, and how to add one; nothing where browsers make none for this site. */
export async function PasskeysCard({ person }: { person: PersonScope }) {
  const passkeys = await listPasskeys(person);
  if (passkeys.length === 0 && !relyingPartyOf(config())) return null;
  const shown = passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    added: day.format(createdAt),
    used: lastUsedAt && day.format(lastUsedAt),
  }));
  return (
    <Card
      title="Passkeys"
      description="A second proof that it is you: with one here, a stolen code or password opens nothing that you organize."
    >
      {shown.length > 0 && <PasskeyList passkeys={shown} />}
      <AddPasskeyForm hasOne={shown.length > 0} />
      <noscript>
        <p className="mt-4 text-sm text-muted-foreground">Passkeys need scripts: switch them on in your browser.</p>
      </noscript>
    </Card>
  );
}
