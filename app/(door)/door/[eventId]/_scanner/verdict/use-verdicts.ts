"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { couldBeTicket } from "../camera/could-be-ticket";
import { isSurprise } from "../door/correction";
import type { Door } from "../door/create-door";
import type { Outcome } from "../judge/outcome";
import { playTune, vibrate } from "../signals/tunes";
import { lookOf } from "./verdict-table";

const hintMs = 1_000;
// For so long after a scan its person still stands there, and the server's other word comes in time.
const presenceMs = 3_000;

export type Shown = { outcome: Outcome; ticket: string; isByHand: boolean };

/** Turns texts into verdicts that are seen, heard and felt, and lets the server's word replace the phone's when they differ. */
export function useVerdicts(door: Door | null, isSoundOn: boolean) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [last, setLast] = useState<Outcome | null>(null);
  const [isHinting, setIsHinting] = useState(false);
  const [surprises, setSurprises] = useState<Outcome[]>([]);
  const latest = useRef({ scanId: "", atMs: 0 });
  const current = useRef<Shown | null>(null);
  current.current = shown;
  const sound = useRef(isSoundOn);
  sound.current = isSoundOn;

  const present = useCallback((next: Shown): void => {
    const { tune, vibration } = lookOf(next.outcome);
    setIsHinting(false);
    setShown(next);
    setLast(next.outcome);
    if (sound.current) playTune(tune);
    vibrate(vibration);
  }, []);

  useEffect(
    () =>
      door?.listenToCorrections((was, corrected) => {
        const { scanId, atMs } = latest.current;
        const isPresent = scanId === was.scanId && performance.now() - atMs < presenceMs;
        const isInView = current.current?.outcome.scanId === was.scanId;
        if (isPresent || isInView) {
          const { ticket = "", isByHand = false } = isInView ? (current.current ?? {}) : {};
          present({ outcome: corrected, ticket, isByHand });
        } else if (isSurprise(was, corrected)) {
          setSurprises((before) => [...before, { ...corrected, name: corrected.name ?? was.name }]);
        }
      }),
    [door, present],
  );

  useEffect(() => {
    const holdMs = shown && lookOf(shown.outcome).holdMs;
    if (!holdMs) return;
    const timer = setTimeout(() => setShown(null), holdMs);
    return () => clearTimeout(timer);
  }, [shown]);

  useEffect(() => {
    if (!isHinting) return;
    const timer = setTimeout(() => setIsHinting(false), hintMs);
    return () => clearTimeout(timer);
  }, [isHinting]);

  async function show(work: Promise<Outcome>, ticket: string, isByHand: boolean): Promise<void> {
    const outcome = await work;
    latest.current = { scanId: outcome.scanId, atMs: performance.now() };
    present({ outcome, ticket, isByHand });
  }

  return {
    shown,
    last,
    isHinting,
    surprises,
    /** Judges what was read; codes that can't be tickets earn a hint and leave no trace. */
    scan(
      ticket: string,
      { isByHand = false, overrideReason }: { isByHand?: boolean; overrideReason?: string } = {},
    ): void {
      if (!door) return;
      if (!isByHand && !couldBeTicket(ticket.trim())) setIsHinting(true);
      else void show(door.scan(ticket.trim(), overrideReason), ticket, isByHand);
    },
    addWalkIn(person: Parameters<Door["addWalkIn"]>[0]): void {
      if (door) void show(door.addWalkIn(person), "", true);
    },
    dismiss: () => setShown(null),
    dismissSurprise: () => setSurprises(([, ...rest]) => rest),
  };
}
