"use client";

import { useEffect, useRef, useState } from "react";

/**
 * A mail's page, shut in: no script runs in it, and its links open elsewhere. With our own script it is as high as its content,
 * without it scrolls.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState<number>();
  const measure = () => setHeight(frame.current?.contentDocument?.documentElement?.scrollHeight);
  // The mail may have been loaded before this script was.
  useEffect(measure, []);
  return (
    <iframe
      ref={frame}
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={html.replace(/<head[^>]*>/i, '$&<base target="_blank">')}
      onLoad={measure}
      style={{ height: height ?? "75vh" }}
      className="block w-full rounded-lg border border-border bg-background"
    />
  );
}
