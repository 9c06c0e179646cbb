"use client";

import { useEffect, useState } from "react";
import { Check, Copy } from "@/app/_components/icons";
import { Button } from "./button";
import type { ButtonStyle } from "./button-style";

type Props = ButtonStyle & { value: string; label?: string; copiedLabel?: string };

/** Puts `value` on the clipboard and says so for two seconds, to eyes and to screen readers. */
export function CopyButton({ value, label = "Copy", copiedLabel = "Copied", ...style }: Props) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <Button {...style} onClick={() => navigator.clipboard.writeText(value).then(() => setIsCopied(true))}>
      {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span aria-live="polite">{isCopied ? copiedLabel : label}</span>
    </Button>
  );
}
