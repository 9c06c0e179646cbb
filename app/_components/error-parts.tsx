import { ErrorList } from "./error-list";
import { FieldError } from "./field-error";

const anyField = [{ path: "field", message: "" }];

/**
 * What the browser's script needs to say what is wrong with a form, in the same words and looks as
 * without it.
 */
export function ErrorParts() {
  return (
    <>
      <template data-part="error-summary">
        <ErrorList errors={anyField} message="" />
      </template>
      <template data-part="field-error">
        <FieldError id="">{""}</FieldError>
      </template>
    </>
  );
}
