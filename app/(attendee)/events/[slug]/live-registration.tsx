"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { type RegistrableEvent, type RegistrationState, registrationStateOf, statesToComeOf } from "@/lib/events/rules";
import { keepAsking } from "./keep-asking";
import { serverTime } from "./server-time";

type State = RegistrationState["state"];

type Live = {
  state: State;
  event: RegistrableEvent;
  /** An instant at which it was so. */
  at: Date;
  /** Takes over what the server says of the event now. */
  show: (event: RegistrableEvent) => void;
};

type Props = {
  eventId: string;
  /** As the page was drawn, for its state of then and for those to come. */
  event: RegistrableEvent;
  /** An instant at which it was as it is drawn: the same in every drawing of the same, so that the page stays the same too. */
  asOf: string;
  children: ReactNode;
};

const everyMs = 8_000;
// What nobody waits for in a hurry: another opening, a cancellation.
const seldomMs = 30_000;
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
export function LiveRegistration({ eventId, event: drawn, asOf, children }: Props) {
  const router = useRouter();
  const drawnAt = useMemo(() => new Date(asOf), [asOf]);
  const [seen, setSeen] = useState<{ instead: RegistrableEvent; event: RegistrableEvent; at: Date } | null>(null);
  // A page drawn anew knows better than what was seen before.
  const { event, at } = seen?.instead === drawn ? seen : { event: drawn, at: drawnAt };
  const { state } = registrationStateOf(event, at);

  const show = useCallback(
    (next: RegistrableEvent): void => {
      const seenAt = new Date(serverTime());
      const nextState = registrationStateOf(next, seenAt).state;
      const isSameKind = (next.capacity === null) === (drawn.capacity === null);
      const isDrawn = isSameKind && statesToComeOf(drawn, drawnAt).includes(nextState);
      // Still closed when it should have opened: then it opens at another time than the page says.
      if (isDrawn && nextState !== "not_open") setSeen({ instead: drawn, event: next, at: seenAt });
      else router.refresh();
    },
    [drawnAt, drawn, router],
  );

  const againMs = pauseOf(state, drawn);
  useEffect(() => {
    if (againMs === null) return;
    return keepAsking(eventId, againMs, (next) => {
      if (!isToOpenAsDrawn(next, drawn)) show(next);
      return againMs;
    });
  }, [eventId, againMs, drawn, show]);

  const live = useMemo(() => ({ event, state, at, show }), [event, state, at, show]);
  return (
    <Context.Provider value={live}>
      {children}
      <p role="status" className="sr-only">
        {state !== registrationStateOf(drawn, drawnAt).state && tidings[state]}
      </p>
    </Context.Provider>
  );
}

/** How long to wait before asking again; null where nothing more can happen to whoever looks on. */
function pauseOf(state: State, { capacity }: RegistrableEvent): number | null {
  if (state === "not_open") return seldomMs;
  if (state !== "open" && state !== "waitlist" && state !== "full") return null;
  return capacity === null ? seldomMs : everyMs;
}

function isToOpenAsDrawn(next: RegistrableEvent, drawn: RegistrableEvent): boolean {
  const isToOpen = registrationStateOf(next, new Date(serverTime())).state === "not_open";
  return isToOpen && next.registrationOpensAt?.getTime() === drawn.registrationOpensAt?.getTime();
}

/** What is known of the event of this page now; throws outside one. */
export function useLiveRegistration(): Live {
  const live = useContext(Context);
  if (!live) throw new Error("There is no LiveRegistration around this.");
  return live;
}
