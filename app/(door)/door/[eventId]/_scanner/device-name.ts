import { newId } from "@/lib/platform/id";

const key = "door-device";
let ownName: string | undefined;

/** The name under which this browser's scans are told apart; the same after a reload where the browser keeps anything. */
export function deviceName(): string {
  if (ownName) return ownName;
  const drawn = `device-${newId().slice(-6)}`;
  try {
    ownName = localStorage.getItem(key) ?? drawn;
    localStorage.setItem(key, ownName);
  } catch {
    ownName = drawn;
  }
  return ownName;
}
