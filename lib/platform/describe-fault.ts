import { strikeOut } from "./strike-out";

type Fault = { type: string; message: string; errorCode?: string; stack?: string; cause?: Fault };

const deepest = 5;

/**
 * What a log says of anything thrown: kind, message, code, stack and causes. Drizzle puts a query's
 * parameters into its message and the database the refused value into its own: neither is kept, nor
 * an address, nor a secret link.
 */
export function describeFault(thrown: unknown, depth = 0): Fault {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: strikeOut(String(thrown)) };
  const { name, message, stack, cause, code } = thrown as Error & { code?: unknown };
  const told = withoutRefusedValue(strikeOut(message), thrown);
  const frames = stack?.slice(Math.max(0, stack.indexOf("\n    at "))) ?? "";
  return {
    type: name,
    message: told,
    ...((typeof code === "string" || typeof code === "number") && { errorCode: String(code) }),
    ...(frames.startsWith("\n    at ") && { stack: `${name}: ${told}${strikeOut(frames)}` }),
    ...(cause !== undefined && depth < deepest && { cause: describeFault(cause, depth + 1) }),
  };
}

// invalid input syntax for type integer: "…"
function withoutRefusedValue(message: string, { name }: Error): string {
  return name === "PostgresError" ? message.replace(/: "[\s\S]*"$/, ": [struck out]") : message;
}
