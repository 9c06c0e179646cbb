import { buttonStyle } from "@/app/_components/button-style";
import { Card } from "@/app/_components/card";
import { Download } from "@/app/_components/icons";
import { EraseSelfForm } from "./erase-self-form";

/** Everything that is stored about oneself: to take along, or to have erased. */
export function DataCard() {
  return (
    <Card title="Your data" description="Everything that is stored about you here.">
      <div className="flex flex-col items-start gap-4">
        <a href="/api/me/export" download className={buttonStyle({ variant: "secondary", size: "public" })}>
          <Download aria-hidden strokeWidth={1.75} />
          Download my data
        </a>
        <EraseSelfForm />
      </div>
    </Card>
  );
}
