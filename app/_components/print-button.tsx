"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Button } from "./button";

/** Prints the page; only there where a script can do it. */
export function PrintButton({ children }: { children: ReactNode }) {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => setIsReady(true), []);
  return (
    isReady && (
      <Button variant="ghost" className="-ms-4" onClick={() => window.print()}>
        {children}
      </Button>
    )
  );
}
