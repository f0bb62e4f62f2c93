// One run of an action, as Automation starts it: the inputs are the payload, and `asUser()` is the person that it runs as.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/#action-execution
import type { ActionCall } from '../contract/forge';
import { requireAccess } from './access';
import { InvocationFailure } from './failure';
import type { Host } from './invocation';
import { runFunction } from './invocation';
import { INVOCATION_LIMITS } from './limits';
import type { ActionInput, ManifestAction } from './manifest-actions';

/** Runs an action and resolves with what it returns. Rejects with InvocationFailure. */
export async function runAction(host: Host, { actionKey, inputs, accountId }: ActionCall): Promise<unknown> {
  const { installation } = host;
  const module = installation.modules.get(actionKey);
  const action = installation.manifest.actions.get(actionKey);
  if (module === undefined || action === undefined)
    throw new InvocationFailure('NOT_DEFINED', `The app has no action ${actionKey} here`);
  checkInputs(action, inputs);
  requireAccess(installation, 'jira', accountId);
  return runFunction(host, {
    module,
    functionKey: action.functionKey,
    accountId,
    payload: inputs,
    limitSeconds: () => INVOCATION_LIMITS.actionSeconds,
  });
}

const FITS: Record<ActionInput['type'], (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
};

/** Checks a configuration: declared inputs only, all required ones, each of its type. */
function checkInputs({ key, inputs: declared }: ManifestAction, inputs: ActionCall['inputs']): void {
  for (const [name, value] of Object.entries(inputs)) {
    const input = declared.get(name);
    if (input === undefined) throw refuse(`The action ${key} has no input ${name}`);
    if (value !== undefined && !FITS[input.type](value)) throw refuse(`${name} is no ${input.type}`);
  }
  for (const [name, { required }] of declared) {
    if (required && (inputs[name] === undefined || inputs[name] === '')) throw refuse(`${name} is required`);
  }
}

function refuse(message: string): InvocationFailure {
  return new InvocationFailure('INPUT_REFUSED', message);
}
