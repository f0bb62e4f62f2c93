// The manifest's scopes that an admin granted, as Forge's runtime tells.
// https://developer.atlassian.com/platform/forge/apis-reference/permissions-api/
import { permissions } from '@forge/api';

/** Tells whether all these scopes are granted; undefined: the runtime doesn't say. */
export type AreGranted = (scopes: readonly string[]) => boolean | undefined;

/** Without it, the app couldn't even read its settings: a runtime that denies it doesn't tell scopes at all. */
const ALWAYS_GRANTED = 'storage:app';

/** Asks the runtime of the present invocation. Never throws. */
export function areGranted(scopes: readonly string[]): boolean | undefined {
  try {
    if (!permissions.hasScope(ALWAYS_GRANTED)) return undefined;
    return scopes.every((scope) => permissions.hasScope(scope));
  } catch {
    return undefined;
  }
}
