// The fields of an action as a rule keeps them, always text, and as the action gets them.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/#rule-validation
import type { ActionInput } from '../forge/manifest-actions';

const READ: Record<ActionInput['type'], (text: string) => unknown> = {
  string: (text) => text,
  integer: (text) => (/^-?\d+$/.test(text) ? Number(text) : text),
  number: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text),
  boolean: (text) => (/^(true|false)$/.test(text) ? text === 'true' : text),
};

/** The value that a text stands for; the text itself if it is of another type, which the action then refuses. */
export function readInput({ type }: ActionInput, text: string): unknown {
  return READ[type](text);
}

export function fits(input: ActionInput, text: string): boolean {
  return input.type === 'string' || readInput(input, text) !== text;
}
