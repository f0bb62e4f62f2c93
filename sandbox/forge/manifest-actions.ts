// Actions, and those that Automation can use.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/
import { z } from 'zod';

const input = z.looseObject({
  title: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  required: z.boolean().default(false),
});

/** Describes one field of an action. */
export interface ActionInput {
  type: z.infer<typeof input>['type'];
  required: boolean;
}

export interface ManifestAction {
  key: string;
  functionKey: string;
  /** True if it has a form for a rule's inputs. */
  isConfigurable: boolean;
  inputs: ReadonlyMap<string, ActionInput>;
  /** Names of the outputs that later steps of a rule can read. */
  outputs: ReadonlySet<string>;
}

const configuration = z.looseObject({ resource: z.string(), render: z.enum(['default', 'native']).optional() });
const output = z.looseObject({ type: input.shape.type, nullable: z.boolean(), description: z.string() });
const action = z.looseObject({
  key: z.string(),
  function: z.string(),
  config: configuration.optional(),
  inputs: z.record(z.string(), input).default({}),
  outputs: z.record(z.string(), output).default({}),
});

/** Reads the `action` modules. */
export function actionsOf(raw: readonly unknown[]): ReadonlyMap<string, ManifestAction> {
  return new Map(
    z
      .array(action)
      .parse(raw)
      .map(({ key, function: functionKey, config, inputs, outputs }) => [
        key,
        {
          key,
          functionKey,
          isConfigurable: config !== undefined,
          inputs: new Map(Object.entries(inputs).map(([name, { type, required }]) => [name, { type, required }])),
          outputs: new Set(Object.keys(outputs)),
        },
      ]),
  );
}

const provider = z.looseObject({ key: z.string(), actions: z.array(z.string()).min(1) });

const MAX_AUTOMATION_ACTIONS = 20;

/** Returns the keys of the actions that the `automation:actionProvider` modules list. Throws on a list that Atlassian refuses. */
export function automationActionsOf(
  raw: readonly unknown[],
  actions: ReadonlyMap<string, ManifestAction>,
): ReadonlySet<string> {
  const listed = z
    .array(provider)
    .parse(raw)
    .flatMap((one) => one.actions);
  const missing = listed.find((key) => !actions.has(key));
  if (missing !== undefined) throw new Error(`An automation:actionProvider lists ${missing}, which is no action`);
  if (listed.length > MAX_AUTOMATION_ACTIONS) throw new Error('Automation takes at most 20 actions of an app');
  return new Set(listed);
}
