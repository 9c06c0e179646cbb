import type { ReactNode } from "react";
import { Card } from "@/app/_components/card";
import { OneTapForm } from "@/app/_server/one-tap-form";
import type { PersonDetail } from "@/lib/access/people/queries";
import {
  clearAddressFaultAction,
  disablePersonAction,
  enablePersonAction,
  endSessionsAction,
  inviteAgainAction,
} from "../actions";

/** What an administrator can do about somebody's way in and their mail. */
export function AccountCard({ person }: { person: PersonDetail }) {
  const { id: userId, name, isDisabled, openSessions, addressFault, addressFaultDetail } = person;
  const isWaiting = person.invitedAt !== null && person.verifiedAt === null && !isDisabled;
  const fields = { userId };
  return (
    <Card title="Account">
      <div className="flex flex-col gap-5 text-sm text-secondary">
        {isWaiting && (
          <Line
            words="Invited, and not been in yet."
            form={
              <OneTapForm
                action={inviteAgainAction}
                fields={fields}
                label={`Invite ${name} again`}
                pendingLabel="Sending…"
                variant="secondary"
              >
                Invite again
              </OneTapForm>
            }
          />
        )}
        {addressFault && (
          <Line
            words={`${addressFault === "bounced" ? "Mail to this address came back" : "Mail was reported as unwanted"}${addressFaultDetail ? `: ${addressFaultDetail}` : "."}`}
            form={
              <OneTapForm
                action={clearAddressFaultAction}
                fields={fields}
                label={`Write to ${person.email} again`}
                pendingLabel="One moment…"
                variant="secondary"
              >
                Write again
              </OneTapForm>
            }
          />
        )}
        <Line
          words={
            openSessions === 0
              ? "Signed in nowhere."
              : `Signed in at ${openSessions} place${openSessions === 1 ? "" : "s"}.`
          }
          form={
            openSessions > 0 && (
              <OneTapForm
                action={endSessionsAction}
                fields={fields}
                label={`Sign ${name} out everywhere`}
                pendingLabel="One moment…"
                variant="secondary"
              >
                Sign out everywhere
              </OneTapForm>
            )
          }
        />
        {isDisabled ? (
          <Line
            words="Disabled: they can’t sign in."
            form={
              <OneTapForm
                action={enablePersonAction}
                fields={fields}
                label={`Enable ${name}`}
                pendingLabel="One moment…"
                variant="secondary"
              >
                Enable
              </OneTapForm>
            }
          />
        ) : (
          <Line
            words="Disabling ends every session and every phone at a door at once."
            form={
              <OneTapForm
                action={disablePersonAction}
                fields={fields}
                label={`Disable ${name}`}
                pendingLabel="One moment…"
                variant="destructive"
              >
                Disable
              </OneTapForm>
            }
          />
        )}
      </div>
    </Card>
  );
}

function Line({ words, form }: { words: string; form: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="min-w-0 flex-1 basis-48 wrap-anywhere">{words}</p>
      {form}
    </div>
  );
}
