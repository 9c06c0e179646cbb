"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { createDecoder, type Decoder } from "./decoder";

const pauseMs = 60;
const toleratedFailures = 20;

/** Reads codes from the video for as long as `isOn`, one frame at a time; true when the decoder itself does not work. */
export function useReading(
  video: RefObject<HTMLVideoElement>,
  isOn: boolean,
  onTexts: (texts: string[]) => void,
): boolean {
  const [isBroken, setIsBroken] = useState(false);
  const latest = useRef(onTexts);
  latest.current = onTexts;

  useEffect(() => {
    if (!isOn) return;
    let isStopped = false;
    let decoder: Decoder | undefined;
    let failures = 0;

    async function readOn(): Promise<void> {
      decoder = await createDecoder();
      while (!isStopped) {
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        const element = video.current;
        if (!element || element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || document.hidden) continue;
        try {
          const texts = await decoder.read(element);
          failures = 0;
          setIsBroken(false);
          if (!isStopped) latest.current(texts);
        } catch {
          failures += 1;
          if (failures === toleratedFailures) setIsBroken(true);
        }
      }
      decoder.close();
    }

    void readOn();
    return () => {
      isStopped = true;
      decoder?.close();
    };
  }, [isOn, video]);

  return isBroken;
}
