import type { ReactNode } from "react";
import { SiteFrame } from "../_server/site-frame";

export default function ReferenceLayout({ children }: { children: ReactNode }) {
  return <SiteFrame>{children}</SiteFrame>;
}
