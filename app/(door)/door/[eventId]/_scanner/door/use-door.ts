"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { Door, Post } from "./create-door";
import { doorOf } from "./door-of";
import { type DoorState, unopened } from "./door-state";

const noDoor = { listen: () => () => {}, state: () => unopened };

/** The door of an event and what it shows; null until the page runs in a browser. */
export function useDoor(eventId: string, { gate, by }: Post): { door: Door | null; state: DoorState } {
  const [door, setDoor] = useState<Door | null>(null);
  useEffect(() => setDoor(doorOf(eventId)), [eventId]);
  useEffect(() => door?.setPost({ gate, by }), [door, gate, by]);
  const { listen, state } = door ?? noDoor;
  return { door, state: useSyncExternalStore(listen, state, noDoor.state) };
}
