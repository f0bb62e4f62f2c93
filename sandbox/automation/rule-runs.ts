// Runs of rules, and their outcomes.
import { setImmediate } from 'node:timers/promises';

import type { Forge } from '../contract/forge';
import type { Site } from '../contract/site';
import { InvocationFailure } from '../forge/failure';
import { isRecord } from '../forge/json';
import type { Manifest } from '../forge/manifest';
import type { ManifestAction } from '../forge/manifest-actions';
import { createRecentLog } from '../recent-log';
import { readInput } from './inputs';
import type { Rule } from './rules';
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
}

/** Creates what runs rules, one after another. */
export function createRuleRuns(parts: Parts) {
  const log = createRecentLog<RuleRun>();
  let running = Promise.resolve();

  return {
    /** Runs a rule for an issue once those before it have run, and not before the next turn. */
    begin: (rule: Rule, issueKey: string): void => {
      running = running.then(async () => {
        await setImmediate();
        const run: RuleRun = { ruleId: rule.id, issueKey, ...(await outcomeOf(parts, rule, issueKey)) };
        log.add(run, JSON.stringify(run).length);
      });
    },
    /** Returns the latest runs, oldest first. */
    latest: (): readonly RuleRun[] => [...log.rows],
    /** Resolves when every rule has run, including those that began meanwhile. */
    settle: async (): Promise<void> => {
      let awaited: Promise<void> | undefined;
      while (awaited !== running) {
        awaited = running;
        await awaited;
      }
    },
  };
}

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
