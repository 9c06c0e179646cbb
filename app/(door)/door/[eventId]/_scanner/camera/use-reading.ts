"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { createDecoder, type Decoder } from "./decoder";

const longestPauseMs = 100;
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
        const element = video.current;
        await nextFrame(element);
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

/** Waits for a new picture, so that none is read twice; for a moment where the browser can't tell. */
function nextFrame(video: HTMLVideoElement | null): Promise<unknown> {
  const pause = new Promise((resolve) => setTimeout(resolve, longestPauseMs));
  if (!video?.requestVideoFrameCallback) return pause;
  return Promise.race([pause, new Promise((resolve) => video.requestVideoFrameCallback(resolve))]);
}
