export const roles = ["attendee", "organizer", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who said which department a person belongs to. */
export type DepartmentSource = "self" | "directory" | "import" | "admin";

/** A phone at one event's door, as its cookie names it; whether it may still enter is not known yet. */
export type DeviceClaim = { eventId: string; deviceId: string };

/** A signed-in person, as they were stored when their session was looked up. */
export type Person = {
  kind: "person";
  userId: string;
  sessionId: string;
  email: string;
  name: string;
  department: string | null;
  role: Role;
  /**
   * When whoever uses this session last proved by a code, a passkey, a link or the provider who
   * they are.
   */
  provedAt?: Date | null;
  /**
   * True while this session has not shown the second factor that their passkey or the organisation
   * demands.
   */
  lacksSecondFactor?: boolean;
  /** The phone at the door that they hold. */
  device?: DeviceClaim;
};

/** Whoever asks: a signed-in person, a phone at the door that nobody signed in on, or nobody we know. */
export type Actor = Person | ({ kind: "device" } & DeviceClaim) | { kind: "anonymous" };

export const anonymous: Actor = { kind: "anonymous" };
