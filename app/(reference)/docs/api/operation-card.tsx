import { Badge } from "@/app/_components/badge";
import { Disclosure } from "@/app/_components/disclosure";
import { type ApiOperation, describeSchema, fieldsOf, type SchemaField, type SchemaNode } from "./operations";
import { SchemaTable } from "./schema-table";

/** One operation: what it does, who may call it, what it takes and what it answers. */
export function OperationCard({ id, method, path, operation }: ApiOperation) {
  const isPublic = operation.security?.some((requirement) => Object.keys(requirement).length === 0);
  const body = jsonSchemaOf(operation.requestBody);
  const parameters = parametersOf(operation.parameters);
  return (
    <article
      id={id}
      aria-labelledby={`${id}-title`}
      className="scroll-mt-20 border-t border-border py-6 first:border-t-0"
    >
      <h3 id={`${id}-title`} className="text-base font-semibold text-foreground">
        {operation.summary}
      </h3>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        <code className="rounded-md bg-muted px-2 py-1 font-mono text-sm break-all text-foreground">
          <strong className="text-primary">{method}</strong> {path}
        </code>
        <Badge>{isPublic ? "anyone" : "bearer token"}</Badge>
      </p>
      {operation.description && <p className="mt-2 max-w-measure text-secondary">{operation.description}</p>}
      {parameters.length > 0 && <SchemaTable label={`Parameters of ${method} ${path}`} fields={parameters} />}
      {body && <SchemaTable label={`Body of ${method} ${path}`} fields={fieldsOf(body)} />}
      <Disclosure summary="Answers" className="mt-2">
        <dl className="grid gap-2 text-sm">
          {Object.entries(operation.responses ?? {}).map(([status, response]) => (
            <div key={status} className="flex flex-wrap gap-x-3">
              <dt className="font-mono font-medium text-foreground">{status}</dt>
              <dd className="text-secondary">
                {"description" in response ? response.description : ""}
                {jsonSchemaOf(response) && (
                  <code className="ms-2 font-mono">{describeSchema(jsonSchemaOf(response))}</code>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </article>
  );
}

function jsonSchemaOf(holder: object | undefined): SchemaNode | undefined {
  if (!holder || !("content" in holder)) return undefined;
  const content = holder.content as Record<string, { schema?: SchemaNode }>;
  return (content["application/json"] ?? content["application/problem+json"])?.schema;
}

function parametersOf(parameters: ApiOperation["operation"]["parameters"]): SchemaField[] {
  return (parameters ?? []).flatMap((parameter) => {
    if ("$ref" in parameter) return [];
    const { name, required = false, schema, in: place } = parameter;
    const note = place === "query" ? "" : place;
    return [{ name, isRequired: required, type: describeSchema(schema), note }];
  });
}
