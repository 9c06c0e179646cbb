"use client";

import type { ComponentProps } from "react";
import { Dialog } from "./dialog";

/** A dialog from the side on a desk and from below on a phone: for one person, one row, one filter set. */
export function Sheet(props: Omit<ComponentProps<typeof Dialog>, "place">) {
  return <Dialog {...props} place="side" />;
}
