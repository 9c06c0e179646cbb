"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { type RegistrableEvent, type RegistrationState, registrationStateOf, statesToComeOf } from "@/lib/events/rules";
import { keepAsking } from "./keep-asking";
import { useServerClock } from "./use-server-clock";

type State = RegistrationState["state"];

type Live = {
  state: State;
  event: RegistrableEvent;
  /** When it was so: as the page was drawn, or last asked. */
  at: Date;
  /** The server's time now, in Unix milliseconds. */
  serverTime: () => number;
  /** Takes over what the server says of the event now. */
  show: (event: RegistrableEvent) => void;
};

type Props = {
  eventId: string;
  /** As the page was drawn, for its state of then and for those to come. */
  event: RegistrableEvent;
  /** When it was drawn. */
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
export function LiveRegistration({ eventId, event: drawn, serverNow, children }: Props) {
  const router = useRouter();
  const serverTime = useServerClock(serverNow);
  const drawnAt = useMemo(() => new Date(serverNow), [serverNow]);
  const [seen, setSeen] = useState<{ since: Date; event: RegistrableEvent; at: Date } | null>(null);
  // A page drawn anew knows better than what was seen before.
  const { event, at } = seen?.since === drawnAt ? seen : { event: drawn, at: drawnAt };
  const { state } = registrationStateOf(event, at);

  const show = useCallback(
    (next: RegistrableEvent): void => {
      const seenAt = new Date(serverTime());
      const nextState = registrationStateOf(next, seenAt).state;
      const isSameKind = (next.capacity === null) === (drawn.capacity === null);
      const isDrawn = isSameKind && statesToComeOf(drawn, drawnAt).includes(nextState);
      // Still closed when it should have opened: then it opens at another time than the page says.
      if (isDrawn && nextState !== "not_open") setSeen({ since: drawnAt, event: next, at: seenAt });
      else router.refresh();
    },
    [serverTime, drawnAt, drawn, router],
  );

  const isWatched = drawn.capacity !== null && (state === "open" || state === "waitlist" || state === "full");
  useEffect(() => {
    if (!isWatched) return;
    return keepAsking(eventId, everyMs, (next) => {
      show(next);
      return everyMs;
    });
  }, [eventId, isWatched, show]);

  const live = useMemo(() => ({ event, state, at, serverTime, show }), [event, state, at, serverTime, show]);
  return (
    <Context.Provider value={live}>
      {children}
      <p role="status" className="sr-only">
        {state !== registrationStateOf(drawn, drawnAt).state && tidings[state]}
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
