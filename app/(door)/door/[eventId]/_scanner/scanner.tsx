"use client";

import { useMemo, useRef, useState } from "react";
import { Button } from "@/app/_components/button";
import { now } from "@/lib/platform/clock";
import { useKeyWedge } from "./by-hand/use-key-wedge";
import { createCodeGate } from "./camera/code-gate";
import { useCamera } from "./camera/use-camera";
import { useReading } from "./camera/use-reading";
import { useRest } from "./camera/use-rest";
import { Viewfinder } from "./camera/viewfinder";
import { startDevice } from "./door/start-device";
import { useDoor } from "./door/use-door";
import type { Outcome } from "./judge/outcome";
import { useOfflinePage } from "./offline/use-offline-page";
import { ByHandBar } from "./panel/by-hand-bar";
import { LastScanLine } from "./panel/last-scan";
import { LockOutNotice } from "./panel/lock-out-notice";
import { PrepareCard } from "./panel/prepare-card";
import { ScannerHead } from "./panel/scanner-head";
import { StorageNotice } from "./panel/storage-notice";
import { SurpriseNotice } from "./panel/surprise-notice";
import { ToolBar } from "./panel/tool-bar";
import { useStorageRoom } from "./panel/use-storage-room";
import type { DoorCounts } from "./roster/count-people";
import { ScannerSheets, type SheetName } from "./scanner-sheets";
import { unlockSound } from "./signals/tunes";
import { useWakeLock } from "./signals/use-wake-lock";
import { useRemembered } from "./use-remembered";
import { sayOutcome } from "./verdict/explain";
import { useVerdicts } from "./verdict/use-verdicts";
import type { VerdictAction } from "./verdict/verdict-actions";
import { VerdictScreen } from "./verdict/verdict-screen";

type Props = {
  event: { id: string; title: string; timezone: string };
  counts: DoorCounts;
  /** What the server knows this phone as; a door link may name the gate that it stands at. */
  device: { name: string; fixedGate: string | null } | null;
};

/** The door: one tap starts the camera, and from then on every code in view gets its verdict by itself. */
export function Scanner({ event, counts: countsAtFirst, device }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const behind = useRef<HTMLDivElement>(null);
  const [codes] = useState(createCodeGate);
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [ownGate, setOwnGate] = useRemembered("door-gate", "");
  const [sound, setSound] = useRemembered("door-sound", "on");
  const timeOf = useMemo(() => clockOf(event.timezone), [event.timezone]);

  const [startedAs, setStartedAs] = useState<string | null>(null);

  const gate = device?.fixedGate ?? ownGate.trim();
  const by = startedAs ?? device?.name ?? null;
  const { door, state } = useDoor(event.id, { gate, by });
  const isOfflineReady = useOfflinePage(event.id);
  const storage = useStorageRoom();
  const verdicts = useVerdicts(door, sound === "on");
  const camera = useCamera(video);
  const isReading = camera.phase === "on";
  const isUnreadable = useReading(video, isReading, (texts) => {
    if (sheet) return;
    const fresh = texts.find((text) => text.trim() && codes.passes(text, now().getTime()));
    if (fresh) verdicts.scan(fresh);
  });
  useWakeLock(isReading);
  useRest(isReading, verdicts.last, camera.rest);
  useKeyWedge((code) => verdicts.scan(code));

  function start(): void {
    unlockSound();
    storage.ask();
    void startDevice(event.id, gate).then((name) => name && setStartedAs(name));
    void camera.start();
  }

  function scanByHand(ticket: string, overrideReason?: string): void {
    unlockSound();
    verdicts.scan(ticket, { isByHand: true, ...(overrideReason && { overrideReason }) });
  }

  function undo({ scanId, registrationId, ticketId }: Outcome): void {
    verdicts.dismiss();
    codes.clear();
    void door?.undo({ scanId, ...(registrationId && { registrationId }), ...(ticketId && { ticketId }) });
  }

  function act(action: VerdictAction): void {
    if (action === "override") setSheet("override");
    else verdicts.dismiss();
    if (action === "undo" && verdicts.shown) undo(verdicts.shown.outcome);
    if (action === "find") setSheet("name");
  }

  const { shown } = verdicts;
  const counts = state.listAsOf === null ? countsAtFirst : state.counts;
  const needsStart = isUnreadable || (camera.phase !== "on" && camera.phase !== "starting");
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto flex min-h-dvh w-full max-w-content flex-col gap-3 px-4 pb-[max(0.5rem,env(safe-area-inset-bottom))] outline-none wide:grid wide:h-dvh wide:grid-cols-[minmax(0,1fr)_22rem] wide:grid-rows-[auto_minmax(0,1fr)] wide:gap-x-8 wide:px-8 wide:pb-6 short:gap-y-1 short:pb-2"
    >
      <p role="alert" aria-live="assertive" className="sr-only">
        {shown ? sayOutcome(shown.outcome, timeOf) : verdicts.isHinting ? "Not a ticket" : ""}
      </p>
      <div ref={behind} className="contents">
        <ScannerHead
          title={state.title ?? event.title}
          post={[by, gate].filter(Boolean).join(" · ")}
          {...{ counts, state, timeOf }}
          onGates={() => setSheet("gates")}
        />
        <Viewfinder
          ref={video}
          phase={camera.phase}
          isMirrored={camera.isMirrored}
          isHinting={verdicts.isHinting}
          isUnreadable={isUnreadable}
        >
          <PrepareCard
            {...{ state, isOfflineReady }}
            isResting={camera.phase === "resting"}
            fixedGate={device?.fixedGate ?? null}
            gate={ownGate}
            onGate={setOwnGate}
          />
        </Viewfinder>
        <div
          data-resting={needsStart || undefined}
          className="group flex flex-col gap-2 wide:overflow-y-auto wide:pt-1"
        >
          <LockOutNotice eventId={event.id} state={state} onRetry={() => door?.retry()} />
          <StorageNotice {...state} isNearlyFull={storage.isNearlyFull} />
          <SurpriseNotice surprises={verdicts.surprises} timeOf={timeOf} onDismiss={verdicts.dismissSurprise} />
          <LastScanLine last={verdicts.last} onUndo={undo} />
          {needsStart && (
            <Button variant="primary" size="door" wide onClick={start}>
              {camera.phase === "resting" ? "Go on scanning" : "Start scanning"}
            </Button>
          )}
          <ByHandBar onChoose={setSheet} />
          <ToolBar
            camera={camera}
            isSoundOn={sound === "on"}
            onSound={(isOn) => setSound(isOn ? "on" : "off")}
            onLog={() => setSheet("log")}
          />
        </div>
      </div>
      <ScannerSheets
        {...{ door, timeOf, scanByHand, undo }}
        eventId={event.id}
        state={{ ...state, counts: { ...state.counts, ...counts } }}
        open={sheet}
        onOpen={setSheet}
        onWalkIn={verdicts.addWalkIn}
        refused={shown}
      />
      {shown && sheet !== "override" && (
        <VerdictScreen
          {...{ shown, timeOf, behind }}
          canOverride={state.canOverride}
          counter={`${counts.checkedIn} in / ${counts.registered}`}
          onAction={act}
        />
      )}
    </main>
  );
}

function clockOf(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
  return (instant) => format.format(new Date(instant));
}
