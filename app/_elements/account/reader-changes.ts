const channel = "BroadcastChannel" in window ? new BroadcastChannel("turnout-reader") : null;

/**
 * Says to this browser's other pages that the reader has registered, cancelled or changed something
 * else of theirs.
 */
export function announceReaderChange(): void {
  channel?.postMessage("changed");
}

/** Calls back when another page of this browser has said so. */
export function onReaderChange(callback: () => void): void {
  channel?.addEventListener("message", callback);
}
