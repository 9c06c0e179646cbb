"use client";

import { useEffect, useState } from "react";
import { buttonStyle } from "@/app/_components/button-style";
import { cn } from "@/app/_components/cn";
import { useLiveRegistration } from "./live-registration";

const labels = { open: "Register", waitlist: "Join the waitlist" };

/** The way to the form under the thumb on a phone; out of the way while the form is in sight, and gone while there is none. */
export function JumpBar({ target }: { target: string }) {
  const { state } = useLiveRegistration();
  const [isInSight, setIsInSight] = useState(false);
  useEffect(() => {
    const form = document.getElementById(target);
    if (!form) return;
    // Several changes may be told at once; the last one holds.
    const watcher = new IntersectionObserver((changes) => setIsInSight(changes.at(-1)?.isIntersecting ?? false), {
      rootMargin: "0px 0px -96px 0px",
    });
    watcher.observe(form);
    return () => watcher.disconnect();
  }, [target]);
  if (state !== "open" && state !== "waitlist") return null;
  return (
    <div
      className={cn(
        "fixed inset-x-0 bottom-0 z-20 border-t border-border bg-card p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] transition-transform lg:hidden print:hidden",
        isInSight && "invisible translate-y-full",
      )}
    >
      <a href={`#${target}`} className={buttonStyle({ variant: "primary", size: "public", wide: true })}>
        {labels[state]}
      </a>
    </div>
  );
}
