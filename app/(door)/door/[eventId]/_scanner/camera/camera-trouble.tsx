import { CameraOff } from "@/app/_components/icons";
import type { CameraTrouble } from "./camera";

const advice: Record<CameraTrouble | "unreadable", { title: string; steps: string[] }> = {
  insecure: {
    title: "The camera needs a secure page",
    steps: ["Browsers give out the camera only over https. Ask the organizer for the https address of this page."],
  },
  denied: {
    title: "The camera is not allowed",
    steps: [
      "Android: tap the sign beside the address, then Permissions, and allow the camera.",
      "iPhone: tap the sign beside the address, then Website Settings, and allow the camera.",
      "Then start again.",
    ],
  },
  missing: { title: "No camera found", steps: ["This device has none, or it is switched off."] },
  busy: { title: "The camera is busy", steps: ["Another app may be using it. Close that app, then start again."] },
  stopped: { title: "The camera was interrupted", steps: ["Start again to go on."] },
  unreadable: { title: "The code reader did not load", steps: ["Check the connection, then start again."] },
};

/** Why there is no picture and what to do, with the ways that work without one. */
export function CameraTroubleNote({ trouble }: { trouble: CameraTrouble | "unreadable" }) {
  const { title, steps } = advice[trouble];
  return (
    <div role="alert" className="flex max-w-measure flex-col items-center gap-3 px-6 py-8 text-center">
      <CameraOff aria-hidden className="size-10 text-muted-foreground" strokeWidth={1.5} />
      <p className="text-lg font-semibold text-foreground">{title}</p>
      {steps.map((step) => (
        <p key={step} className="text-balance text-base text-secondary">
          {step}
        </p>
      ))}
      <p className="text-base text-secondary">Finding a name and typing a code work without it.</p>
    </div>
  );
}
