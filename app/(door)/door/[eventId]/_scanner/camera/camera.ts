/** Why there is no picture. */
export type CameraTrouble = "insecure" | "denied" | "missing" | "busy" | "stopped";
export type Camera = { deviceId: string; label: string };

// Not in TypeScript's DOM library yet.
type TorchCapabilities = MediaTrackCapabilities & { torch?: boolean };
type TorchConstraints = MediaTrackConstraintSet & { torch: boolean };

/** Opens the asked camera, else the one on the back; must follow a tap. Throws a `DOMException` that `troubleOf` names. */
export function openCamera(deviceId: string | null): Promise<MediaStream> {
  const choice = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: { ideal: "environment" } };
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { ...choice, width: { ideal: 1280 }, height: { ideal: 720 } },
  });
}

/** True where a browser may give out a camera at all: over https, or on the machine itself. */
export function canAskForCamera(): boolean {
  return window.isSecureContext && typeof navigator.mediaDevices?.getUserMedia === "function";
}

/** What went wrong, in a word that the page can explain. */
export function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof DOMException || error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "missing";
  return "busy";
}

/** The cameras of this device; they have names only once one of them was opened. */
export async function listCameras(): Promise<Camera[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === "videoinput" && device.deviceId)
    .map(({ deviceId, label }, index) => ({ deviceId, label: label || `Camera ${index + 1}` }));
}

/** True when the camera has a light that can be switched. */
export function hasTorch(track: MediaStreamTrack): boolean {
  const capabilities: TorchCapabilities = track.getCapabilities?.() ?? {};
  return capabilities.torch === true;
}

/** Switches the camera's light. */
export function switchTorch(track: MediaStreamTrack, torch: boolean): Promise<void> {
  const light: TorchConstraints = { torch };
  return track.applyConstraints({ advanced: [light] });
}
