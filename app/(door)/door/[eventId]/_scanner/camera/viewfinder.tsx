"use client";

import { forwardRef, type ReactNode } from "react";
import { cn } from "@/app/_components/cn";
import { LoaderCircle, ScanQrCode } from "@/app/_components/icons";
import { CameraTroubleNote } from "./camera-trouble";
import type { CameraPhase } from "./use-camera";

type Props = {
  phase: CameraPhase;
  isUnreadable: boolean;
  isMirrored: boolean;
  isHinting: boolean;
  children: ReactNode;
};

/** What the camera sees, or why it sees nothing; `children` stand here while it is off. */
export const Viewfinder = forwardRef<HTMLVideoElement, Props>(function Viewfinder(
  { phase, isUnreadable, isMirrored, isHinting, children },
  video,
) {
  const isOn = phase === "on" && !isUnreadable;
  const isOff = phase === "off" || phase === "resting";
  return (
    <div
      className={cn(
        "relative flex min-h-72 flex-1 items-center justify-center overflow-hidden rounded-xl border border-border bg-card short:min-h-0",
        isOn ? "border-transparent bg-black" : "overflow-y-auto",
      )}
    >
      <video
        ref={video}
        muted
        playsInline
        aria-label="What the camera sees"
        className={cn("absolute inset-0 size-full object-cover", !isOn && "invisible", isMirrored && "-scale-x-100")}
      />
      {isOn && <Aim isHinting={isHinting} />}
      {isOn && isHinting && (
        <p className="absolute bottom-4 rounded-full bg-black/80 px-4 py-2 text-base font-medium text-white">
          Not a ticket
        </p>
      )}
      {isOff && (
        <div className="m-auto flex w-full max-w-100 flex-col items-center gap-4 p-6 text-center short:py-3">
          <ScanQrCode aria-hidden className="size-14 text-primary short:hidden" strokeWidth={1.25} />
          {children}
        </div>
      )}
      {phase === "starting" && (
        <p role="status" className="flex items-center gap-2 text-base text-secondary">
          <LoaderCircle aria-hidden className="size-5 animate-spin" />
          Waiting for the camera
        </p>
      )}
      {phase === "on" && isUnreadable && <CameraTroubleNote trouble="unreadable" />}
      {!isOff && phase !== "starting" && phase !== "on" && <CameraTroubleNote trouble={phase} />}
    </div>
  );
});

/** Four corners that say where to hold the code; they flash when a code is none of ours. */
function Aim({ isHinting }: { isHinting: boolean }) {
  const corner = cn("absolute size-12 border-white/90", isHinting && "border-verdict-already");
  return (
    <div aria-hidden className={cn("absolute inset-0", isHinting && "ring-8 ring-white/80 ring-inset")}>
      <div className="absolute left-1/2 top-1/2 aspect-square w-[min(72%,20rem)] max-h-[80%] -translate-x-1/2 -translate-y-1/2">
        <span className={cn(corner, "left-0 top-0 rounded-tl-xl border-l-4 border-t-4")} />
        <span className={cn(corner, "right-0 top-0 rounded-tr-xl border-r-4 border-t-4")} />
        <span className={cn(corner, "bottom-0 left-0 rounded-bl-xl border-b-4 border-l-4")} />
        <span className={cn(corner, "bottom-0 right-0 rounded-br-xl border-b-4 border-r-4")} />
      </div>
    </div>
  );
}
