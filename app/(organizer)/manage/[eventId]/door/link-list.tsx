import { CopyButton } from "@/app/_components/copy-button";
import { Disclosure } from "@/app/_components/disclosure";
import { OneTapForm } from "@/app/_server/one-tap-form";
import type { DoorLink } from "@/lib/checkin/door-set-up";
import { formatInstant } from "@/lib/events/when";
import { qrSvg } from "@/lib/tickets/qr-code";
import { revokeDoorLinkAction } from "./actions";

type Props = { eventId: string; timezone: string; links: readonly DoorLink[] };

/** The links that open the door now, each with its code to point a phone at. */
export function LinkList({ eventId, timezone, links }: Props) {
  return (
    <ul className="mb-6 divide-y divide-border">
      {links.map((link, index) => {
        const gate = link.gate ?? "Any gate";
        return (
          <li key={link.linkId} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-4 first:pt-0">
            <div className="min-w-0">
              <p className="font-medium text-foreground">
                <bdi>{gate}</bdi>
              </p>
              <p className="text-meta text-muted-foreground">{wordsOf(link, timezone)}</p>
            </div>
            <div className="flex flex-wrap gap-2">
              <CopyButton value={link.url} label="Copy link" />
              <OneTapForm
                action={revokeDoorLinkAction}
                fields={{ eventId, linkId: link.linkId }}
                label={`Revoke the link for ${gate} and its phones`}
                pendingLabel="Revoking…"
                variant="ghost"
              >
                Revoke
              </OneTapForm>
            </div>
            <Disclosure className="basis-full" summary="Show the code" open={index === 0}>
              <div
                role="img"
                aria-label={`QR code of the door link for ${gate}`}
                className="w-52 overflow-hidden rounded-md border border-border bg-white"
                // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own encoder, which writes only squares
                dangerouslySetInnerHTML={{ __html: qrSvg(link.url) }}
              />
            </Disclosure>
          </li>
        );
      })}
    </ul>
  );
}

function wordsOf({ expiresAt, mayOverride, devices }: DoorLink, timezone: string): string {
  const until = expiresAt ? `Until ${formatInstant(expiresAt, timezone)}` : "Until 6 hours after the end";
  const phones = devices === 1 ? "1 phone" : `${devices} phones`;
  return [until, phones, mayOverride && "may overrule the list"].filter(Boolean).join(" · ");
}
