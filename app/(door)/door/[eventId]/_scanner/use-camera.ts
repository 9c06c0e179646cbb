"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
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
import { useRemembered } from "./use-remembered";

export type CameraPhase = "off" | "starting" | "on" | CameraTrouble;

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
  useEffect(() => {
    const reopen = () => {
      if (document.visibilityState === "visible" && phase === "stopped") void open(chosen);
    };
    document.addEventListener("visibilitychange", reopen);
    return () => document.removeEventListener("visibilitychange", reopen);
  }, [phase, open, chosen]);

  const settings = track?.getSettings();
  return {
    phase,
    cameras,
    activeId: settings?.deviceId ?? "",
    isMirrored: settings?.facingMode === "user",
    start: () => open(chosen),
    stop: () => {
      close();
      setPhase("off");
    },
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
