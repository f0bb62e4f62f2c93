// The part of Atlassian Automation that runs an app's actions when an issue is created.
// https://support.atlassian.com/cloud-automation/docs/jira-automation-triggers/
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/
import { setImmediate } from 'node:timers/promises';

import type { Ids } from '../contract/clock';
import type { Forge } from '../contract/forge';
import type { Site } from '../contract/site';
import { InvocationFailure } from '../forge/failure';
import { isRecord } from '../forge/json';
import type { Manifest } from '../forge/manifest';
import type { ManifestAction } from '../forge/manifest-actions';
import { createRecentLog } from '../recent-log';
import { readInput } from './inputs';
import { readRule } from './rules';
import type { Problem, Rule, RuleDraft } from './rules';
import { fillIn } from './smart-values';

/** Records the outcome of one run of a rule. */
export type RuleRun = { ruleId: string; issueKey: string } & (
  | { status: 'succeeded'; output: Record<string, unknown> }
  | { status: 'failed'; error: string }
);

interface Parts {
  site: Site;
  forge: Pick<Forge, 'runAction'>;
  manifest: Manifest;
  ids: Ids;
  /** Runs whenever a rule is saved. */
  changed?: () => void;
}

/** Creates Automation for one app. Actions run one after another, once the creation of the issue is answered. */
export function createAutomation(parts: Parts) {
  const { site, ids, changed = () => {} } = parts;
  const rules: Rule[] = [];
  const runs = createRecentLog<RuleRun>();
  let running = Promise.resolve();

  site.onIssueCreated(({ key, projectKey }) => {
    for (const rule of rules.filter((one) => one.projectKey === projectKey)) {
      running = running.then(async () => {
        await setImmediate();
        const run: RuleRun = { ruleId: rule.id, issueKey: key, ...(await outcomeOf(parts, rule, key)) };
        runs.add(run, JSON.stringify(run).length);
      });
    }
  });

  /** Saves a rule, or returns its problems. */
  function offer(draft: unknown): { rule: Rule } | { problems: Problem[] } {
    const read = readRule(draft, parts);
    if ('problems' in read) return read;
    const rule = { ...read.rule, id: read.rule.id ?? ids.uuid() };
    if (rules.some(({ id }) => id === rule.id)) return { problems: [{ field: 'id', message: 'It is taken' }] };
    rules.push(rule);
    changed();
    return { rule };
  }

  return {
    offer,
    /** Saves a rule; throws if it's invalid. */
    addRule(draft: RuleDraft): Rule {
      const offered = offer(draft);
      if ('rule' in offered) return offered.rule;
      throw new Error(offered.problems.map(({ field, message }) => `${field}: ${message}`).join('; '));
    },
    rules: (): readonly Rule[] => [...rules],
    /** Replaces all rules with saved ones. */
    loadRules: (kept: readonly Rule[]) => void rules.splice(0, Infinity, ...kept),
    /** Returns the latest runs, oldest first. */
    runs: (): readonly RuleRun[] => [...runs.rows],
    /** Resolves when every triggered rule has run, including rules triggered by other rules. */
    async settle(): Promise<void> {
      let awaited: Promise<void> | undefined;
      while (awaited !== running) {
        awaited = running;
        await awaited;
      }
    },
  };
}

export type Automation = ReturnType<typeof createAutomation>;

async function outcomeOf({ site, forge, manifest }: Parts, rule: Rule, issueKey: string) {
  const issue = site.issue(issueKey);
  if (issue === undefined) return { status: 'failed', error: 'The issue is gone' } as const;
  const action = manifest.actions.get(rule.actionKey);
  const declared = action?.inputs;
  const inputs = Object.entries(rule.inputs).flatMap(([name, text]) => {
    const input = declared?.get(name);
    const filled = fillIn(text, issue);
    return input === undefined || filled === '' ? [] : [[name, readInput(input, filled)] as const];
  });
  try {
    const call = { actionKey: rule.actionKey, inputs: Object.fromEntries(inputs), accountId: rule.owner };
    const output = await forge.runAction(call);
    const errors = errorsIn(output);
    if (errors.length > 0) return { status: 'failed', error: errors.join('; ') } as const;
    return { status: 'succeeded', output: declaredIn(action, output) } as const;
  } catch (thrown) {
    return { status: 'failed', error: reasonOf(thrown) } as const;
  }
}

/** Reads the input errors that an app reports by returning them. */
function errorsIn(output: unknown): string[] {
  if (!isRecord(output) || !Array.isArray(output['errors'])) return [];
  return output['errors'].map((one: unknown) => (isRecord(one) ? String(one['message']) : String(one)));
}

/** Keeps only the declared outputs, which later steps of the rule can read. */
function declaredIn(action: ManifestAction | undefined, output: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(isRecord(output) ? output : {}).filter(([name]) => action?.outputs.has(name) === true),
  );
}

/** Words a thrown error as Automation's audit log does: only that one occurred. The app's log has the message. */
function reasonOf(thrown: unknown): string {
  return thrown instanceof InvocationFailure && thrown.code !== 'FUNCTION_FAILED'
    ? thrown.message
    : 'The action failed';
}
