import type { ReactNode } from "react";
import { ErrorParts } from "../_components/error-parts";

export default function AttendeeLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <ErrorParts />
    </>
  );
}
