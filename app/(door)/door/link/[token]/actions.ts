"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { everyone } from "@/app/_server/access";
import { action } from "@/app/_server/action";
import { doorCookie } from "@/app/_server/door-cookie";
import { joinDoorInput } from "@/lib/checkin/input";
import { joinDoor } from "@/lib/checkin/join-door";

/** Makes this phone one of the door's, under the name of whoever holds it. */
const joinDoorAction = action({ access: everyone, limit: "joinDoor", input: joinDoorInput }, async ({ input }) => {
  const { eventId, token } = await joinDoor(input);
  cookies().set(doorCookie.name, token, doorCookie.options);
  redirect(`/door/${eventId}`);
});

export { joinDoorAction };
