"use client";

import { useEffect, useState } from "react";
import { Button } from "@/app/_components/button";
import { Plus } from "@/app/_components/icons";
import type { FormPart } from "./form-part";
import { QuestionRow } from "./question-row";
import { rowNumbersIn } from "./question-rows";

const most = 20;
const spareRows = 3;

/** The organizer's own questions. With scripts rows come and go; without, some empty ones wait, and an emptied one is dropped. */
export function QuestionFields({ state, values, none }: FormPart & { none: string }) {
  const given = rowNumbersIn(values);
  const [rows, setRows] = useState(() => [
    ...given,
    ...Array.from({ length: spareRows }, (_, n) => nextAfter(given) + n),
  ]);
  const [hasScripts, setHasScripts] = useState(false);

  useEffect(() => {
    setHasScripts(true);
    setRows((shown) => shown.slice(0, -spareRows));
  }, []);

  return (
    <>
      {rows.length === 0 && <p className="text-sm text-secondary">{none}</p>}
      {rows.map((row) => (
        <QuestionRow
          key={row}
          row={row}
          {...{ state, values, hasScripts }}
          onRemove={() => setRows(rows.filter((other) => other !== row))}
        />
      ))}
      {hasScripts && rows.length < most && (
        <Button className="self-start" onClick={() => setRows([...rows, nextAfter(rows)])}>
          <Plus aria-hidden />
          Add a question
        </Button>
      )}
    </>
  );
}

function nextAfter(rows: number[]): number {
  return Math.max(-1, ...rows) + 1;
}
