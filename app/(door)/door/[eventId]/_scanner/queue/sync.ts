import type { LockOut } from "./answer";
import type { Sending } from "./outbox";

const pausesMs = [1_000, 2_000, 4_000];

export type Reach = { isReachable: boolean; lockOut: LockOut | null };

type Options = {
  /** Sends what waits, a batch at a time. */
  sendNext: () => Promise<Sending>;
  /** Fetches what changed on the list. */
  refresh: () => Promise<Sending>;
  onReach: (reach: Reach) => void;
  /** How long to leave the list alone while all is well, in milliseconds. */
  idleMs: () => number;
};

/**
 * One loop for all talk with the server, so that a list fetched before a scan was answered can never undo it: first what waits
 * goes out, then changes come in. Without an answer it tries again after 1, 2, then every 4 s; answers alone say who is on line.
 */
export function createSync({ sendNext, refresh, onReach, idleMs }: Options) {
  let isRunning = false;
  let isStopped = false;
  let wantsRefresh = true;
  let failures = 0;
  let lockOut: LockOut | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    if (isRunning || isStopped || lockOut) return;
    isRunning = true;
    clearTimeout(timer);
    let sending: Sending = "reached";
    while (sending === "reached" && !isStopped) {
      sending = await sendNext();
      if (sending === "reached") report(sending);
      if (sending === "idle" && wantsRefresh) {
        wantsRefresh = false;
        sending = await refresh();
        if (sending !== "reached") wantsRefresh = true;
        if (sending === "more") sending = "reached";
      }
    }
    isRunning = false;
    report(sending);
    if (isStopped || lockOut) return;
    const pauseMs = failures === 0 ? idleMs() : (pausesMs[Math.min(failures, pausesMs.length) - 1] ?? 0);
    timer = setTimeout(() => {
      wantsRefresh = true;
      void run();
    }, pauseMs);
  }

  function report(sending: Sending): void {
    failures = sending === "reached" || sending === "idle" ? 0 : failures + 1;
    lockOut = typeof sending === "object" ? sending.lockOut : null;
    onReach({ isReachable: failures === 0, lockOut });
  }

  return {
    /** Something waits: it goes out now. */
    send: () => void run(),
    /** Something changed on the server: it is fetched now. */
    refreshNow(): void {
      wantsRefresh = true;
      void run();
    },
    /** Tries at once, also after the server had locked this phone out. */
    retry(): void {
      lockOut = null;
      wantsRefresh = true;
      void run();
    },
    isReachable: () => failures === 0,
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
