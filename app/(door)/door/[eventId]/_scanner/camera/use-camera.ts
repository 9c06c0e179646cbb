"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useRemembered } from "../use-remembered";
import {
  type Camera,
  type CameraTrouble,
  canAskForCamera,
  hasTorch,
  listCameras,
  openCamera,
  switchTorch,
  troubleOf,
} from "./camera";

/** `resting` is off by itself, for the battery. */
export type CameraPhase = "off" | "resting" | "starting" | "on" | CameraTrouble;

const retryMs = 3_000;

/** The camera behind a video element: opened by a tap, closed with the page, and opened again when it comes back into view. */
export function useCamera(video: RefObject<HTMLVideoElement>) {
  const [phase, setPhase] = useState<CameraPhase>("off");
  const [cameras, setCameras] = useState<Camera[]>([]);
  const [track, setTrack] = useState<MediaStreamTrack | null>(null);
  const [isLit, setIsLit] = useState(false);
  const [chosen, setChosen] = useRemembered("door-camera", "");
  const stream = useRef<MediaStream | null>(null);

  const close = useCallback(() => {
    for (const open of stream.current?.getTracks() ?? []) open.stop();
    stream.current = null;
    setTrack(null);
    setIsLit(false);
  }, []);

  const open = useCallback(
    async (deviceId: string) => {
      if (!canAskForCamera()) return setPhase("insecure");
      close();
      setPhase("starting");
      try {
        // A camera that was unplugged since it was chosen must not keep the others out.
        const opened = await openCamera(deviceId || null).catch((error) =>
          deviceId && troubleOf(error) === "missing" ? openCamera(null) : Promise.reject(error),
        );
        const [videoTrack] = opened.getVideoTracks();
        if (!video.current || !videoTrack) return setPhase("missing");
        stream.current = opened;
        video.current.srcObject = opened;
        await video.current.play();
        videoTrack.onended = () => {
          close();
          setPhase("stopped");
        };
        setTrack(videoTrack);
        setPhase("on");
        setCameras(await listCameras());
      } catch (error) {
        close();
        setPhase(troubleOf(error));
      }
    },
    [close, video],
  );

  useEffect(() => close, [close]);

  // A call or a locked screen takes the camera away, some browsers without a word: as soon as the page is seen it is asked for again.
  useEffect(() => {
    function resume(): void {
      if (document.visibilityState !== "visible") return;
      if (phase === "stopped") void open(chosen);
      else if (phase === "on" && (!track || track.readyState === "ended" || track.muted)) void open(chosen);
      else if (phase === "on") void video.current?.play().catch(() => {});
    }
    document.addEventListener("visibilitychange", resume);
    const timer = phase === "stopped" ? setInterval(resume, retryMs) : undefined;
    return () => {
      document.removeEventListener("visibilitychange", resume);
      clearInterval(timer);
    };
  }, [phase, track, open, chosen, video]);

  const turnOff = useCallback(
    (next: "off" | "resting") => {
      close();
      setPhase(next);
    },
    [close],
  );
  const rest = useCallback(() => turnOff("resting"), [turnOff]);

  const settings = track?.getSettings();
  return {
    phase,
    cameras,
    activeId: settings?.deviceId ?? "",
    isMirrored: settings?.facingMode === "user",
    start: () => open(chosen),
    stop: () => turnOff("off"),
    rest,
    choose: (deviceId: string) => {
      setChosen(deviceId);
      void open(deviceId);
    },
    torch:
      track && hasTorch(track)
        ? {
            isLit,
            toggle: () =>
              void switchTorch(track, !isLit).then(
                () => setIsLit(!isLit),
                () => {},
              ),
          }
        : null,
  };
}
