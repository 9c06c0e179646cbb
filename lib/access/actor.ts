export type Role = "attendee" | "organizer" | "admin";

/** A signed-in person, as their session or access token names them. */
export type Person = {
  kind: "person";
  userId: string;
  sessionId: string;
  email: string;
  name: string;
  department: string | null;
  role: Role;
};

/** Whoever asks: a signed-in person, or nobody we know. */
export type Actor = Person | { kind: "anonymous" };

export const anonymous: Actor = { kind: "anonymous" };
