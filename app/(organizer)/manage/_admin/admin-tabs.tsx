import { Tabs } from "@/app/_components/tabs";

const pages = [
  { href: "/manage/people", label: "People" },
  { href: "/manage/departments", label: "Departments" },
  { href: "/manage/categories", label: "Categories" },
] as const;

/** The ways between the lists that administrators keep. */
export function AdminTabs({ current }: { current: (typeof pages)[number]["href"] }) {
  return <Tabs label="Lists" items={pages.map((page) => ({ ...page, current: page.href === current }))} />;
}
