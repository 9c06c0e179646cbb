"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { anyAdmin } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { disablePerson } from "@/lib/access/disable-person";
import { enablePerson } from "@/lib/access/enable-person";
import { grantRole } from "@/lib/access/grant-role";
import { clearAddressFault } from "@/lib/access/people/clear-address-fault";
import { endSessions } from "@/lib/access/people/end-sessions";
import { importPeople } from "@/lib/access/people/import-people";
import {
  departmentForm,
  handOverForm,
  importForm,
  invitePersonInput,
  mergeForm,
  personForm,
  roleForm,
} from "@/lib/access/people/input";
import { invitePerson, renewPersonInvitation } from "@/lib/access/people/invite-person";
import { setDepartment } from "@/lib/access/people/set-department";
import { handOverEvents } from "@/lib/events/hand-over-events";
import { erasePerson } from "@/lib/retention/begin-erasure";
import { mergePeople } from "@/lib/retention/merge-people";

const everywhere = () => revalidatePath("/manage/people", "layout");

/** Asks somebody in by mail. */
const invitePersonAction = action(
  { access: anyAdmin, limit: "write", input: invitePersonInput },
  async ({ scope, input }) => {
    const outcome = await invitePerson(scope, input);
    everywhere();
    return outcome;
  },
);

/** Sends another invitation to who has not come in yet. */
const inviteAgainAction = action({ access: anyAdmin, limit: "write", input: personForm }, async ({ scope, input }) => {
  await renewPersonInvitation(scope, input);
  everywhere();
  return true;
});

/** Gives somebody another role. */
const grantRoleAction = action({ access: anyAdmin, limit: "write", input: roleForm }, async ({ scope, input }) => {
  await grantRole(scope, input);
  everywhere();
  return true;
});

/** Says which department somebody belongs to. */
const setDepartmentAction = action(
  { access: anyAdmin, limit: "write", input: departmentForm },
  async ({ scope, input: { userId, department } }) => {
    await setDepartment(scope, { userId, department: department || null });
    everywhere();
    return true;
  },
);

/** Shuts an account. */
const disablePersonAction = action(
  { access: anyAdmin, limit: "write", input: personForm },
  async ({ scope, input }) => {
    await disablePerson(scope, input);
    everywhere();
    return true;
  },
);

/** Opens a shut account. */
const enablePersonAction = action({ access: anyAdmin, limit: "write", input: personForm }, async ({ scope, input }) => {
  await enablePerson(scope, input);
  everywhere();
  return true;
});

/** Signs somebody out everywhere. */
const endSessionsAction = action({ access: anyAdmin, limit: "write", input: personForm }, async ({ scope, input }) => {
  await endSessions(scope, input);
  everywhere();
  return true;
});

/** Lets mail to somebody leave again. */
const clearAddressFaultAction = action(
  { access: anyAdmin, limit: "write", input: personForm },
  async ({ scope, input }) => {
    await clearAddressFault(scope, input);
    everywhere();
    return true;
  },
);

/** Gives all events of somebody to another organizer. */
const handOverEventsAction = action(
  { access: anyAdmin, limit: "write", input: handOverForm },
  async ({ scope, input }) => {
    const handed = await handOverEvents(scope, input);
    everywhere();
    return handed;
  },
);

/** Takes a list of people over, or says first what it would do. */
const importPeopleAction = action(
  { access: anyAdmin, limit: "write", input: importForm },
  async ({ scope, input: { list, intent, isInviting } }) => {
    const outcome = await importPeople(scope, { list, isPreview: intent === "preview", isInviting });
    everywhere();
    return { ...outcome, list };
  },
);

/** Makes two records of one person one. */
const mergePeopleAction = action({ access: anyAdmin, limit: "write", input: mergeForm }, async ({ scope, input }) => {
  const { intoId } = await mergePeople(scope, input);
  redirect(`/manage/people/${intoId}`);
});

/** Erases somebody; their events go to whoever does it. */
const erasePersonAction = action({ access: anyAdmin, limit: "write", input: personForm }, async ({ scope, input }) => {
  await erasePerson(scope, input);
  redirect("/manage/people");
});

export {
  clearAddressFaultAction,
  disablePersonAction,
  enablePersonAction,
  endSessionsAction,
  erasePersonAction,
  grantRoleAction,
  handOverEventsAction,
  importPeopleAction,
  inviteAgainAction,
  invitePersonAction,
  mergePeopleAction,
  setDepartmentAction,
};
