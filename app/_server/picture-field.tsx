"use client";

import { type ChangeEvent, useState } from "react";
import { Checkbox } from "@/app/_components/checkbox";
import { cn } from "@/app/_components/cn";
import { Field } from "@/app/_components/field";
import { mostPictureBytes } from "@/lib/organisation/input";

type Props = {
  name: string;
  label: string;
  hint: string;
  /** The picture that is shown now, where there is one. */
  url: string | null;
  /** The shape in which it is shown. */
  className: string;
  error: string | undefined;
  /** The box that takes the picture away. */
  removal: { name: string; label: string };
};

/** A picture that can be uploaded: the one that is shown now, and another file instead of it. */
export function PictureField({ name, label, hint, url, className, error, removal }: Props) {
  const [fault, setFault] = useState<string>();
  const check = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const isTooLarge = (target.files?.[0]?.size ?? 0) > mostPictureBytes;
    setFault(isTooLarge ? "The picture may have at most 1 MB." : undefined);
    if (isTooLarge) target.value = "";
  };
  return (
    <div className="flex flex-col gap-1.5">
      <Field name={name} label={label} hint={hint} error={fault ?? error} optional>
        {(control) => (
          <div className="flex flex-wrap items-center gap-4">
            {url && (
              // biome-ignore lint/performance/noImgElement: the optimizer is off
              <img src={url} alt={`${label} now`} className={cn("rounded-md border border-border", className)} />
            )}
            <input
              {...control}
              type="file"
              accept="image/png,image/jpeg,image/webp"
              onChange={check}
              className="min-w-0 max-w-full text-sm text-secondary file:me-3 file:h-11 file:cursor-pointer file:rounded-md file:border file:border-input file:bg-card file:px-4 file:text-sm file:font-medium file:text-foreground"
            />
          </div>
        )}
      </Field>
      {url && <Checkbox name={removal.name} label={removal.label} />}
    </div>
  );
}
