import type { Metadata } from "next";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { openApiDocument } from "@/app/api/openapi.json/document";
import { OperationCard } from "./operation-card";
import { describeSchema, fieldsOf, operationsOf } from "./operations";
import { SchemaTable } from "./schema-table";

export const metadata: Metadata = {
  title: "API",
  description: "The JSON API of this site, for scripts and other clients.",
};

export default function ApiPage() {
  const document = openApiDocument();
  const operations = operationsOf(document);
  const schemas = Object.entries(document.components?.schemas ?? {});
  return (
    <PageFrame>
      <PageHeader
        title="API"
        description={document.info.description}
        actions={
          <a href="/api/openapi.json" className="text-primary underline underline-offset-4">
            OpenAPI document
          </a>
        }
      />
      <nav aria-label="Parts of the API" className="mb-8">
        <ul className="flex flex-wrap gap-x-5 gap-y-2">
          {(document.tags ?? []).map(({ name }) => (
            <li key={name}>
              <a href={`#${name.toLowerCase()}`} className="text-primary underline-offset-4 hover:underline">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {(document.tags ?? []).map(({ name, description }) => (
        <section key={name} id={name.toLowerCase()} aria-labelledby={`tag-${name}`} className="mb-12 scroll-mt-20">
          <h2 id={`tag-${name}`} className="font-display text-xl font-semibold text-foreground">
            {name}
          </h2>
          {description && <p className="text-secondary">{description}</p>}
          <div className="mt-2">
            {operations
              .filter(({ tag }) => tag === name)
              .map((operation) => (
                <OperationCard key={operation.id} {...operation} />
              ))}
          </div>
        </section>
      ))}
      <section aria-labelledby="answers" className="scroll-mt-20">
        <h2 id="answers" className="font-display text-xl font-semibold text-foreground">
          Answers
        </h2>
        {schemas.map(([name, schema]) => (
          <article key={name} className="mt-6">
            <h3 className="text-base font-semibold text-foreground">{name}</h3>
            {fieldsOf(schema).length > 0 ? (
              <SchemaTable label={name} fields={fieldsOf(schema)} />
            ) : (
              <code className="font-mono text-sm text-secondary">{describeSchema(schema)}</code>
            )}
          </article>
        ))}
      </section>
    </PageFrame>
  );
}
