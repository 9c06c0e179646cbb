"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { type RegistrationState, registrationStateOf } from "@/lib/events/rules";
import { keepAsking, type WatchedEvent } from "./keep-asking";
import { useServerClock } from "./use-server-clock";

type State = RegistrationState["state"];

type Live = {
  state: State;
  event: WatchedEvent;
  /** The page still is as it was drawn. */
  isAsDrawn: boolean;
  /** The server's time now, in Unix milliseconds. */
  serverTime: () => number;
  /** Takes over what the server says of the event now. */
  show: (event: WatchedEvent) => void;
};

type Props = {
  eventId: string;
  event: WatchedEvent;
  state: State;
  /** The states that the page can show by itself. */
  drawn: readonly State[];
  serverNow: string;
  children: ReactNode;
};

const everyMs = 8_000;
const tidings: Partial<Record<State, string>> = {
  open: "Registration is open.",
  waitlist: "All seats are taken. You can join the waitlist.",
  full: "All seats are taken.",
};
const Context = createContext<Live | null>(null);

/**
 * Keeps an event's page true while it is looked at: when registration opens, or the last seat goes or comes back, the page changes by
 * itself. Hundreds of pages do so in the same moment, so none asks for another page then, and what was typed stays.
 */
export function LiveRegistration({ eventId, event: drawnEvent, state: drawnState, drawn, serverNow, children }: Props) {
  const router = useRouter();
  const serverTime = useServerClock(serverNow);
  const [seen, setSeen] = useState<{ since: string; event: WatchedEvent; state: State } | null>(null);
  // A page drawn anew knows better than what was seen before.
  const current = seen?.since === serverNow ? seen : { event: drawnEvent, state: drawnState };
  const isLimited = drawnEvent.capacity !== null;
  const canShow = drawn.join(" ");

  const show = useCallback(
    (event: WatchedEvent): void => {
      const { state } = registrationStateOf(event, new Date(serverTime()));
      const isDrawn = canShow.split(" ").includes(state) && (event.capacity !== null) === isLimited;
      // Still closed when it should have opened: then it opens at another time than the page says.
      if (isDrawn && state !== "not_open") setSeen({ since: serverNow, event, state });
      else router.refresh();
    },
    [serverTime, serverNow, canShow, isLimited, router],
  );

  const isWatched = isLimited && (current.state === "open" || current.state === "waitlist" || current.state === "full");
  useEffect(() => {
    if (!isWatched) return;
    return keepAsking(eventId, everyMs, (event) => {
      show(event);
      return everyMs;
    });
  }, [eventId, isWatched, show]);

  const { event, state } = current;
  const live = useMemo(
    () => ({ event, state, isAsDrawn: state === drawnState, serverTime, show }),
    [event, state, drawnState, serverTime, show],
  );
  return (
    <Context.Provider value={live}>
      {children}
      <p role="status" className="sr-only">
        {!live.isAsDrawn && tidings[state]}
      </p>
    </Context.Provider>
  );
}

/** What is known of the event of this page now; throws outside one. */
export function useLiveRegistration(): Live {
  const live = useContext(Context);
  if (!live) throw new Error("There is no LiveRegistration around this.");
  return live;
}

/** What was true when the page was drawn, and is gone when it changes. */
export function WhileAsDrawn({ children }: { children: ReactNode }) {
  return useLiveRegistration().isAsDrawn && children;
}
