type Needs = "mayManageEvents" | "mayOpenDoors" | "mayAdminister";

/** All that an account's menu can lead to, and what the account must be allowed for it. */
export const accountLinks: readonly { href: string; label: string; needs?: Needs }[] = [
  { href: "/registrations", label: "My tickets" },
  { href: "/manage", label: "Manage events", needs: "mayManageEvents" },
  { href: "/door", label: "Door", needs: "mayOpenDoors" },
  { href: "/manage/people", label: "People", needs: "mayAdminister" },
  { href: "/manage/settings", label: "Settings", needs: "mayAdminister" },
  { href: "/manage/audit", label: "Activity", needs: "mayAdminister" },
  { href: "/messages", label: "Outgoing mail", needs: "mayAdminister" },
  { href: "/profile", label: "Profile" },
];
