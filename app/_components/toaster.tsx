"use client";

import { Toaster as Sonner } from "sonner";

/** Mounted once in the root layout; say things with `toast()` from sonner. */
export function Toaster({ theme }: { theme: "system" | "light" | "dark" }) {
  return (
    <Sonner
      theme={theme}
      position="bottom-center"
      duration={10_000}
      toastOptions={{
        style: {
          background: "var(--card)",
          color: "var(--foreground)",
          borderColor: "var(--border)",
          borderRadius: "10px",
          boxShadow: "var(--float)",
          fontFamily: "var(--font-sans)",
          fontSize: "0.875rem",
        },
      }}
    />
  );
}
