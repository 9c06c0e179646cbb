"use client";

import { type ChangeEvent, useState } from "react";
import { Checkbox } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import { mostPictureBytes } from "@/lib/organisation/input";

/** The organisation's logo: the one that is shown now, and another file instead of it. */
export function LogoField({ logoUrl, error }: { logoUrl: string | null; error?: string }) {
  const [fault, setFault] = useState<string>();
  const check = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const isTooLarge = (target.files?.[0]?.size ?? 0) > mostPictureBytes;
    setFault(isTooLarge ? "The picture may have at most 1 MB." : undefined);
    if (isTooLarge) target.value = "";
  };
  return (
    <div className="flex flex-col gap-1.5">
      <Field name="logo" label="Logo" hint="PNG, JPEG or WebP of at most 1 MB." error={fault ?? error} optional>
        {(control) => (
          <div className="flex flex-wrap items-center gap-4">
            {logoUrl && (
              // biome-ignore lint/performance/noImgElement: the optimizer is off
              <img
                src={logoUrl}
                alt="Logo now"
                className="h-12 max-w-48 rounded-md border border-border object-contain"
              />
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
      {logoUrl && <Checkbox name="removesLogo" label="Show no logo any more" />}
    </div>
  );
}
