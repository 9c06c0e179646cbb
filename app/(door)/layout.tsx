import type { Viewport } from "next";
import type { ReactNode } from "react";

// The scanner uses the whole screen of a phone, and its buttons lie under the thumb: a double tap must not zoom the page.
export const viewport: Viewport = { interactiveWidget: "resizes-content" };

export default function DoorLayout({ children }: { children: ReactNode }) {
  return <div className="min-h-dvh touch-manipulation bg-background">{children}</div>;
}
