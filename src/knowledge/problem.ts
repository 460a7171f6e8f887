import type { z } from "zod";

/** Something wrong with one knowledge file; `text` names field, value and remedy. */
export type Problem = { file: string; text: string };

const MAX_SHOWN_VALUE_LENGTH = 80;

export function describeProblem({ file, text }: Problem): string {
  return `${file}: ${text}`;
}

/** One problem for each field that zod refused. */
export function problemsOf(file: string, value: unknown, error: z.ZodError): Problem[] {
  return error.issues.map((issue) => {
    const field = issue.path.length > 0 ? issue.path.join(".") : "the file";
    const found = valueAt(value, issue.path);
    if (found === undefined) return { file, text: `"${field}" is missing; add it` };
    if (issue.code === "unrecognized_keys")
      return { file, text: `${field} has the unknown field ${issue.keys.join(", ")}; remove it` };
    return { file, text: `"${field}" is ${shown(found)}; ${remedy(issue)}` };
  });
}

function remedy(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `use one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_type") return `write a value of type ${issue.expected}`;
  return issue.message;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, step) =>
      typeof found === "object" && found !== null ? Reflect.get(found, step) : undefined,
    value,
  );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > MAX_SHOWN_VALUE_LENGTH ? `${text.slice(0, MAX_SHOWN_VALUE_LENGTH)}…` : text;
}
