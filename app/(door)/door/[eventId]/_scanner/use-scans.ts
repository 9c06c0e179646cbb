"use client";

import { useEffect, useRef, useState } from "react";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import type { Answer, Outcome } from "./answer";
import { deviceName } from "./device-name";
import { queueOf } from "./queue-of";
import { playTune, vibrate } from "./tunes";
import { undoAdmission } from "./undo-admission";
import { useQueue } from "./use-queue";
import { couldBeTicket, looks } from "./verdict-table";

const hintMs = 1_000;
const undoMs = 10_000;

export type LastScan = { answer: Answer; undo: "open" | "running" | "failed" | "done" | "closed" };

type Options = { eventId: string; gate: string; isSoundOn: boolean; countIn: (by: 1 | -1) => void };

/** Turns texts into scans and their outcomes into what the page shows: a verdict, a hint, and the last person. */
export function useScans({ eventId, gate, isSoundOn, countIn }: Options) {
  const [shown, setShown] = useState<Outcome | null>(null);
  const [isHinting, setIsHinting] = useState(false);
  const [isChecking, setIsChecking] = useState(false);
  const [last, setLast] = useState<LastScan | null>(null);
  const current = useRef({ scanId: "", ticket: "" });

  const queue = useQueue(eventId, (outcome) => {
    if (outcome.verdict === "admitted") countIn(1);
    if (outcome.verdict !== "unsent" && outcome.name) {
      setLast({ answer: outcome, undo: outcome.verdict === "admitted" ? "open" : "closed" });
    }
    if (outcome.scanId !== current.current.scanId) return;
    setIsChecking(false);
    const { tune, vibration } = looks[outcome.verdict];
    const isForeign = outcome.verdict === "not_a_ticket" && !couldBeTicket(current.current.ticket);
    if (isForeign) return setIsHinting(true);
    setShown(outcome);
    if (isSoundOn) playTune(tune);
    vibrate(vibration);
  });

  useEffect(() => {
    const holdMs = shown && looks[shown.verdict].holdMs;
    if (!holdMs) return;
    const timer = setTimeout(() => setShown(null), holdMs);
    return () => clearTimeout(timer);
  }, [shown]);

  useEffect(() => {
    if (!isHinting) return;
    const timer = setTimeout(() => setIsHinting(false), hintMs);
    return () => clearTimeout(timer);
  }, [isHinting]);

  const isUndoOpen = last?.undo === "open";
  const lastScanId = last?.answer.scanId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new person has the full ten seconds
  useEffect(() => {
    if (!isUndoOpen) return;
    const timer = setTimeout(() => setUndo("closed"), undoMs);
    return () => clearTimeout(timer);
  }, [isUndoOpen, lastScanId]);

  function setUndo(undo: LastScan["undo"]): void {
    setLast((before) => before && { ...before, undo });
  }

  function scan(ticket: string): void {
    const scanId = newId();
    current.current = { scanId, ticket };
    setShown(null);
    setIsHinting(false);
    setIsChecking(true);
    const scannedAt = now().toISOString();
    queueOf(eventId).add({ scanId, ticket, scannedAt, device: deviceName(), ...(gate && { gate }), offline: false });
  }

  async function undo(): Promise<void> {
    const registrationId = last?.answer.registrationId;
    if (!registrationId) return;
    setUndo("running");
    const isUndone = await undoAdmission(eventId, registrationId);
    setUndo(isUndone ? "done" : "failed");
    if (!isUndone) return;
    setShown(null);
    countIn(-1);
  }

  return { shown, isHinting, isChecking, last, queue, scan, undo, dismiss: () => setShown(null) };
}
