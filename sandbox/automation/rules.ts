// Rules of Automation: their shape, and the problems that keep one from being saved.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/#rule-validation
import { z } from 'zod';

import type { Site } from '../contract/site';
import type { Manifest } from '../forge/manifest';
import type { ManifestAction } from '../forge/manifest-actions';
import { fits } from './inputs';
import { hasSmartValues, unknownSmartValues } from './smart-values';

const rule = z.strictObject({
  id: z.string().min(1).optional(),
  name: z.string().min(1),
  projectKey: z.string(),
  trigger: z.literal('issueCreated'),
  actionKey: z.string(),
  /** Names the person whose connection the action uses. */
  owner: z.string(),
  inputs: z.record(z.string(), z.string()).default({}),
});

/** Describes a saved rule. */
export const keptRule = rule.required({ id: true });

export type Rule = Omit<z.output<typeof rule>, 'id'> & { id: string };
/** Describes a rule before saving; one without an id gets one. */
export type RuleDraft = z.input<typeof rule>;

/** Names one problem of a rule. */
export interface Problem {
  field: string;
  message: string;
}

interface Around {
  site: Pick<Site, 'projects' | 'person'>;
  manifest: Manifest;
}

/** Reads a rule that can be saved, or returns its problems. */
export function readRule(draft: unknown, around: Around): { rule: z.output<typeof rule> } | { problems: Problem[] } {
  const parsed = rule.safeParse(draft);
  if (!parsed.success) {
    return { problems: parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })) };
  }
  const problems = problemsOf(parsed.data, around);
  return problems.length === 0 ? { rule: parsed.data } : { problems };
}

const MAX_CONFIGURATION_BYTES = 100 * 1024;

function problemsOf(draft: z.output<typeof rule>, { site, manifest }: Around): Problem[] {
  const action = manifest.automationActions.has(draft.actionKey) ? manifest.actions.get(draft.actionKey) : undefined;
  const problems = action === undefined ? [] : inputProblems(action, draft.inputs);

  function require(isMet: boolean, field: string, message: string): void {
    if (!isMet) problems.push({ field, message });
  }

  const bytes = Buffer.byteLength(JSON.stringify(draft.inputs));
  require(site.projects().some(({ key }) => key === draft.projectKey), 'projectKey', 'There is no such project');
  require(site.person(draft.owner) !== undefined, 'owner', 'There is no such person');
  require(bytes <= MAX_CONFIGURATION_BYTES, 'inputs', 'The configuration is larger than 100 KB');
  require(action !== undefined, 'actionKey', 'No automation:actionProvider lists such an action');
  // @forge/manifest takes an action without one, because Rovo needs none.
  const lacksForm = action?.isConfigurable === false;
  require(!lacksForm, 'actionKey', 'The action has no config in the manifest: Automation requires it');
  return problems;
}

function inputProblems({ inputs: declared }: ManifestAction, inputs: Rule['inputs']): Problem[] {
  const problems: Problem[] = [];

  function say(name: string, message: string): void {
    problems.push({ field: `inputs.${name}`, message });
  }

  for (const [name, text] of Object.entries(inputs)) {
    const input = declared.get(name);
    const [unknown] = unknownSmartValues(text);
    if (input === undefined) say(name, 'The action has no such input');
    else if (unknown !== undefined) say(name, `The sandbox does not model the smart value ${unknown}`);
    else if (text !== '' && !hasSmartValues(text) && !fits(input, text)) say(name, `This is no ${input.type}`);
  }
  for (const [name, { required }] of declared) if (required && !inputs[name]) say(name, 'This is required');
  return problems;
}
