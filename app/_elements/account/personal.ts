import type { Account } from "./show-account";

/** A registration as the API tells it to its person. */
export type StandingRegistration = {
  status: "confirmed" | "waitlisted" | "pending";
  waitlistPosition: number | null;
  ticket: { code: string; url: string } | null;
  pageUrl: string;
  name: string;
  reference: string;
  checkedInAt?: string | null;
};

/** What an event's page adds for its reader, as `GET /api/me/events/{id}` answers. */
export type Personal = {
  account: Account | null;
  registration: StandingRegistration | null;
  mayManage: boolean;
  mayOpenDoor: boolean;
  ineligibleReason: "department" | "unknown_department" | "invitation" | null;
  surveyUrl: string | null;
};
