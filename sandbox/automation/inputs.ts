// An action's fields: stored by a rule as text, passed to the action by type.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/#rule-validation
import type { ActionInput } from '../forge/manifest-actions';

const READ: Record<ActionInput['type'], (text: string) => unknown> = {
  string: (text) => text,
  integer: (text) => (/^-?\d+$/.test(text) ? Number(text) : text),
  number: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text),
  boolean: (text) => (/^(true|false)$/.test(text) ? text === 'true' : text),
};

/** Parses a field's text by its declared type. Returns text of another type unchanged; the action then refuses it. */
export function readInput({ type }: ActionInput, text: string): unknown {
  return READ[type](text);
}

export function fits(input: ActionInput, text: string): boolean {
  return input.type === 'string' || readInput(input, text) !== text;
}
