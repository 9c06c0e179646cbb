import type { Metadata } from "next";
import { countDoor } from "@/lib/checkin/door-numbers";
import { doorOfPage } from "../_door/door-of-page";
import { Scanner } from "./_scanner/scanner";

type Props = { params: { eventId: string } };

export function generateMetadata({ params }: Props): Metadata {
  return {
    title: "Door",
    manifest: `/door/${params.eventId}/manifest.webmanifest`,
    appleWebApp: { capable: true, title: "Door" },
  };
}

export default async function DoorPage({ params }: Props) {
  const { scope, event } = await doorOfPage(params.eventId, `/door/${params.eventId}`);
  return (
    <>
      <noscript>
        <p className="bg-warning-soft p-4 text-base text-foreground">
          Scanning needs JavaScript.{" "}
          <a className="font-medium underline" href={`/door/${event.id}/by-hand`}>
            Check people in by name or code
          </a>
        </p>
      </noscript>
      <Scanner
        event={{ id: event.id, title: event.title, timezone: event.timezone }}
        counts={(await countDoor(scope)).counts}
        device={
          scope.device && {
            name: scope.device.name,
            fixedGate: scope.device.userId === null ? scope.device.gate : null,
          }
        }
      />
    </>
  );
}
