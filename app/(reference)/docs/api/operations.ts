import type { oas31 } from "zod-openapi";

export type SchemaNode = oas31.SchemaObject | oas31.ReferenceObject;
export type ApiOperation = {
  id: string;
  method: string;
  path: string;
  tag: string;
  operation: oas31.OperationObject;
};

const methods = ["get", "post", "put", "patch", "delete"] as const;

/** The document's operations in the order of its paths. */
export function operationsOf(document: oas31.OpenAPIObject): ApiOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const id = `${method}${path.replaceAll(/[^a-z]+/gi, "-")}`;
      return [{ id, method: method.toUpperCase(), path, tag: operation.tags?.[0] ?? "Other", operation }];
    }),
  );
}

/** A schema in a few words, such as `string (uuid)`, `Event[]` or `"draft" | "published"`. */
export function describeSchema(schema: SchemaNode | undefined): string {
  if (!schema) return "anything";
  if (isReference(schema)) return schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value: unknown) => JSON.stringify(value)).join(" | ");
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(describeSchema).join(" | ");
  if (schema.type === "array") return `${describeSchema(schema.items as SchemaNode | undefined)}[]`;
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "anything");
  return schema.format ? `${type} (${schema.format})` : type;
}

export type SchemaField = { name: string; type: string; isRequired: boolean; note: string };

/** The fields of an object schema, one row each; none for anything else. */
export function fieldsOf(schema: SchemaNode | undefined): SchemaField[] {
  if (!schema || isReference(schema) || !schema.properties) return [];
  return Object.entries(schema.properties).map(([name, field]) => ({
    name,
    type: describeSchema(field),
    isRequired: schema.required?.includes(name) ?? false,
    note: isReference(field) ? "" : [field.description, boundsOf(field)].filter(Boolean).join(" · "),
  }));
}

function boundsOf(schema: oas31.SchemaObject): string {
  const { minimum, maximum, maxLength, maxItems, default: preset } = schema;
  return [
    minimum !== undefined && `from ${minimum}`,
    maximum !== undefined && `to ${maximum}`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    maxItems !== undefined && `at most ${maxItems} items`,
    preset !== undefined && `default ${JSON.stringify(preset)}`,
  ]
    .filter(Boolean)
    .join(", ");
}

function isReference(schema: SchemaNode): schema is oas31.ReferenceObject {
  return typeof schema === "object" && "$ref" in schema;
}
