"use client";

import { Keyboard, UserSearch } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { now } from "@/lib/platform/clock";
import { createCodeGate } from "./code-gate";
import { FindPerson } from "./find-person";
import { LastScanLine } from "./last-scan";
import { LockOutNotice } from "./lock-out-notice";
import { ScannerHead } from "./scanner-head";
import { ToolBar } from "./tool-bar";
import { unlockSound } from "./tunes";
import { TypeCode } from "./type-code";
import { useCamera } from "./use-camera";
import { useReading } from "./use-reading";
import { useRemembered } from "./use-remembered";
import { type DoorCounts, useRoster } from "./use-roster";
import { useScans } from "./use-scans";
import { useWakeLock } from "./use-wake-lock";
import { VerdictScreen } from "./verdict-screen";
import { sayOutcome } from "./verdict-table";
import { Viewfinder } from "./viewfinder";

type Props = { event: { id: string; title: string; timezone: string }; counts: DoorCounts };

/** The door: one tap starts the camera, and from then on every code in view gets its verdict by itself. */
export function Scanner({ event, counts: initialCounts }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const behind = useRef<HTMLDivElement>(null);
  const [codes] = useState(createCodeGate);
  const [byHand, setByHand] = useState<"name" | "code" | null>(null);
  const [gateName, setGateName] = useRemembered("door-gate", "");
  const [sound, setSound] = useRemembered("door-sound", "on");
  const timeOf = useMemo(() => clockOf(event.timezone), [event.timezone]);

  const { roster, counts, size, isFresh, countIn } = useRoster(event.id, initialCounts);
  const scans = useScans({ eventId: event.id, gate: gateName.trim(), isSoundOn: sound === "on", countIn });
  const camera = useCamera(video);
  const isReading = camera.phase === "on";
  const isUnreadable = useReading(video, isReading, (texts) => {
    if (byHand) return;
    const fresh = texts.find((text) => text.trim() && codes.passes(text, now().getTime()));
    if (fresh) scans.scan(fresh);
  });
  useWakeLock(isReading);

  function start(): void {
    unlockSound();
    void camera.start();
  }

  function scanByHand(ticket: string): void {
    unlockSound();
    scans.scan(ticket);
  }

  const { shown, queue } = scans;
  const counter = `${counts.checkedIn} in / ${counts.registered}`;
  const needsStart = isUnreadable || (camera.phase !== "on" && camera.phase !== "starting");
  const toggleSheet = (which: "name" | "code") => (isOpen: boolean) => setByHand(isOpen ? which : null);
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto flex min-h-dvh w-full max-w-content flex-col gap-3 px-4 pb-[max(0.5rem,env(safe-area-inset-bottom))] outline-none lg:grid lg:h-dvh lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_minmax(0,1fr)] lg:gap-x-8 lg:px-8 lg:pb-8"
    >
      <p role="alert" className="sr-only">
        {shown ? sayOutcome(shown, timeOf) : scans.isHinting ? "Not a ticket" : ""}
      </p>
      <div ref={behind} className="contents">
        <ScannerHead
          title={event.title}
          counts={counts}
          isReachable={queue.isReachable && isFresh}
          waiting={queue.waiting}
        />
        <Viewfinder
          ref={video}
          phase={camera.phase}
          isUnreadable={isUnreadable}
          isMirrored={camera.isMirrored}
          isChecking={scans.isChecking}
          isHinting={scans.isHinting}
        >
          <p className="text-balance text-lg font-semibold text-foreground">Point the camera at a ticket’s QR code</p>
          <Field name="gate" label="Your gate" optional className="w-full text-start">
            {(control) => (
              <Input
                {...control}
                size="door"
                autoComplete="off"
                maxLength={80}
                value={gateName}
                onChange={(change) => setGateName(change.target.value)}
              />
            )}
          </Field>
          <p className="text-sm text-secondary">
            {size === null ? "The guest list is loading" : `${size.toLocaleString("en-GB")} people are on this device`}
          </p>
        </Viewfinder>
        <div data-resting={needsStart || undefined} className="group flex flex-col gap-2 lg:pt-2">
          {queue.lockOut && <LockOutNotice eventId={event.id} reason={queue.lockOut} waiting={queue.waiting} />}
          <LastScanLine last={scans.last} onUndo={() => void scans.undo().then(codes.clear)} />
          {needsStart && (
            <Button variant="primary" size="door" wide onClick={start}>
              Start scanning
            </Button>
          )}
          <div className="grid grid-cols-2 gap-2">
            <Button size="door" className="px-2 text-base" onClick={() => setByHand("name")}>
              <UserSearch aria-hidden />
              Find a name
            </Button>
            <Button size="door" className="px-2 text-base" onClick={() => setByHand("code")}>
              <Keyboard aria-hidden />
              Type a code
            </Button>
          </div>
          <ToolBar
            camera={camera}
            isSoundOn={sound === "on"}
            onSound={(isOn) => setSound(isOn ? "on" : "off")}
            logHref={`/door/${event.id}/log`}
          />
        </div>
      </div>
      <FindPerson
        {...{ roster, size, timeOf }}
        isOpen={byHand === "name"}
        onOpenChange={toggleSheet("name")}
        onPerson={(person) => scanByHand(person.reference)}
      />
      <TypeCode isOpen={byHand === "code"} onOpenChange={toggleSheet("code")} onCode={scanByHand} />
      {shown && (
        <VerdictScreen
          {...{ timeOf, counter, behind }}
          outcome={shown}
          onDismiss={scans.dismiss}
          onFind={() => {
            scans.dismiss();
            setByHand("name");
          }}
        />
      )}
    </main>
  );
}

function clockOf(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
  return (instant) => format.format(new Date(instant));
}
