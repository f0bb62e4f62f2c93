// What Automation tells the form: https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/#rule-validation
import { INPUTS } from './inputs';
import type { InputName, Problems, Values } from './inputs';

/** `context.extension`; a part that isn't filled in yet can be absent. */
interface ActionExtension {
  data?: { inputs?: Readonly<Record<string, unknown>> | null } | null;
  errors?: { invalidInputs?: Readonly<Record<string, { message?: string } | undefined>> | null } | null;
}

/** Holds the values that the form starts with. */
export interface Configuration {
  values: Values;
  problems: Problems;
}

/** Nearly every rule is about the work item that triggered it. */
const PREFILLED: Values = { issueKey: '{{issue.key}}', email: '', displayName: '', organizationId: '' };

/** Returns the configured values, or the prefilled ones if nothing is configured, with the problems that Automation found. */
export function configurationIn({ data, errors }: ActionExtension): Configuration {
  const configured = record((name) => {
    const value = data?.inputs?.[name];
    return typeof value === 'string' ? value : '';
  });
  return {
    values: INPUTS.every((name) => configured[name] === '') ? PREFILLED : configured,
    problems: record((name) => errors?.invalidInputs?.[name]?.message),
  };
}

function record<Value>(valueOf: (name: InputName) => Value): Record<InputName, Value> {
  return {
    issueKey: valueOf('issueKey'),
    email: valueOf('email'),
    displayName: valueOf('displayName'),
    organizationId: valueOf('organizationId'),
  };
}
