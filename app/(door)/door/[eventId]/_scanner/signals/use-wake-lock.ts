"use client";

import { useEffect } from "react";
import { holdWakeLock } from "@/app/_components/hold-wake-lock";

/** Keeps the screen awake while `isOn`, where the browser can. */
export function useWakeLock(isOn: boolean): void {
  useEffect(() => (isOn ? holdWakeLock() : undefined), [isOn]);
}
