"use client";

import { useEffect, useState } from "react";
import { buttonStyle } from "@/app/_components/button-style";
import { cn } from "@/app/_components/cn";

/** The way to the form under the thumb on a phone; out of the way while the form is in sight. */
export function JumpBar({ target, children }: { target: string; children: string }) {
  const [isInSight, setIsInSight] = useState(false);
  useEffect(() => {
    const form = document.getElementById(target);
    if (!form) return;
    const watcher = new IntersectionObserver(([entry]) => setIsInSight(entry?.isIntersecting ?? false), {
      rootMargin: "0px 0px -96px 0px",
    });
    watcher.observe(form);
    return () => watcher.disconnect();
  }, [target]);
  return (
    <div
      className={cn(
        "fixed inset-x-0 bottom-0 z-20 border-t border-border bg-card p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] transition-transform lg:hidden print:hidden",
        isInSight && "invisible translate-y-full",
      )}
    >
      <a href={`#${target}`} className={buttonStyle({ variant: "primary", size: "public", wide: true })}>
        {children}
      </a>
    </div>
  );
}
