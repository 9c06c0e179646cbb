"use client";

import { Notice } from "@/app/_components/notice";

type Props = { unkept: number; wasEvicted: boolean; isNearlyFull: boolean };

/** Says when this phone can't keep scans, and what that means for them. */
export function StorageNotice({ unkept, wasEvicted, isNearlyFull }: Props) {
  if (unkept > 0) {
    return (
      <Notice tone="warning" role="alert" title="This phone keeps nothing more">
        {unkept === 1 ? "1 scan is" : `${unkept} scans are`} in memory only: leave this page open until all are sent,
        and free some space.
      </Notice>
    );
  }
  if (wasEvicted) {
    return (
      <Notice tone="warning" role="alert" title="The browser has cleared this phone’s list">
        Scans that had not been sent may be gone with it. The list comes back with the connection.
      </Notice>
    );
  }
  if (!isNearlyFull) return null;
  return (
    <Notice tone="warning" title="This phone is nearly full">
      Free some space, so that scans can be kept without network.
    </Notice>
  );
}
