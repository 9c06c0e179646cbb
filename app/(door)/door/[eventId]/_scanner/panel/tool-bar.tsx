"use client";

import { Flashlight, FlashlightOff, History, Pause, SwitchCamera, Volume2, VolumeX } from "@/app/_components/icons";
import type { useCamera } from "../camera/use-camera";
import { ToolButton, toolStyle } from "./tool-button";

type Props = {
  camera: ReturnType<typeof useCamera>;
  isSoundOn: boolean;
  onSound: (isOn: boolean) => void;
  onLog: () => void;
};

/** Light, camera, sound, pause and log; only what this device can do. */
export function ToolBar({ camera, isSoundOn, onSound, onLog }: Props) {
  const { torch, cameras, activeId } = camera;
  const isOn = camera.phase === "on";
  return (
    <div className="flex gap-1">
      {torch && (
        <ToolButton
          icon={torch.isLit ? FlashlightOff : Flashlight}
          label="Light"
          aria-pressed={torch.isLit}
          onClick={torch.toggle}
        />
      )}
      {isOn && cameras.length > 1 && (
        <label className={`${toolStyle} focus-within:outline-2 focus-within:outline-ring`}>
          <SwitchCamera aria-hidden className="size-6" strokeWidth={1.5} />
          Camera
          <select
            className="absolute inset-0 size-full cursor-pointer opacity-0"
            value={activeId}
            onChange={(event) => camera.choose(event.target.value)}
          >
            {cameras.map(({ deviceId, label }) => (
              <option key={deviceId} value={deviceId}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <ToolButton
        icon={isSoundOn ? Volume2 : VolumeX}
        label={isSoundOn ? "Sound on" : "Sound off"}
        onClick={() => onSound(!isSoundOn)}
      />
      {isOn && <ToolButton icon={Pause} label="Pause" onClick={camera.stop} />}
      <ToolButton icon={History} label="Log" onClick={onLog} />
    </div>
  );
}
