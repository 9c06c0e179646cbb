import { Badge } from "@/app/_components/badge";
import { Smartphone } from "@/app/_components/icons";
import { OneTapForm } from "@/app/_server/one-tap-form";
import type { KnownDevice } from "@/lib/checkin/door-set-up";
import { revokeDeviceAction } from "./actions";

type Props = { eventId: string; at: Date; devices: readonly KnownDevice[] };

const quietMs = 10 * 60_000;
const wrongClockMs = 60_000;

/** The phones at the door: who holds each, when it was last in touch, and what still waits on it. */
export function DeviceList({ eventId, at, devices }: Props) {
  return (
    <ul className="divide-y divide-border">
      {devices.map((device) => (
        <li key={device.deviceId} className="flex min-h-16 flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <Smartphone aria-hidden className="size-5 shrink-0 text-muted-foreground" strokeWidth={1.5} />
          <div className="min-w-0 flex-1 basis-40">
            <p className="font-medium text-foreground">
              <bdi>{device.name}</bdi>
            </p>
            <p className="text-meta text-muted-foreground">
              {[device.gate, device.isMember && "team", agoWords(at, device.lastSeenAt)].filter(Boolean).join(" · ")}
            </p>
          </div>
          <Warnings at={at} device={device} />
          <OneTapForm
            action={revokeDeviceAction}
            fields={{ eventId, deviceId: device.deviceId }}
            label={`Shut out ${device.name}’s phone`}
            pendingLabel="…"
            variant="ghost"
            className="shrink-0"
          >
            Shut out
          </OneTapForm>
        </li>
      ))}
    </ul>
  );
}

function Warnings({ at, device }: { at: Date; device: KnownDevice }) {
  const offMinutes = Math.round(Math.abs(device.clockOffsetMs) / 60_000);
  return (
    <div className="flex flex-wrap gap-1 empty:hidden">
      {device.waiting > 0 && (
        <Badge tone="warning">{device.waiting === 1 ? "1 scan waits" : `${device.waiting} scans wait`}</Badge>
      )}
      {Math.abs(device.clockOffsetMs) > wrongClockMs && (
        <Badge tone="neutral">{`Clock ${offMinutes} min ${device.clockOffsetMs > 0 ? "slow" : "fast"}`}</Badge>
      )}
      {at.getTime() - device.lastSeenAt.getTime() > quietMs && <Badge tone="neutral">Quiet</Badge>}
    </div>
  );
}

function agoWords(at: Date, then: Date): string {
  const minutes = Math.round((at.getTime() - then.getTime()) / 60_000);
  if (minutes < 1) return "in touch just now";
  const words = new Intl.RelativeTimeFormat("en", { numeric: "always" });
  if (minutes < 60) return `in touch ${words.format(-minutes, "minute")}`;
  return `in touch ${words.format(-Math.round(minutes / 60), "hour")}`;
}
