// The part of Atlassian Automation that runs an app's actions when an issue is created.
// https://support.atlassian.com/cloud-automation/docs/jira-automation-triggers/
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/
import type { Ids } from '../contract/clock';
import type { Forge } from '../contract/forge';
import type { Site } from '../contract/site';
import type { Manifest } from '../forge/manifest';
import { createRuleRuns } from './rule-runs';
import type { RuleRun } from './rule-runs';
import { readRule } from './rules';
import type { Problem, Rule, RuleDraft } from './rules';

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
  const runs = createRuleRuns(parts);

  site.onIssueCreated(({ key, projectKey }) => {
    for (const rule of rules.filter((one) => one.projectKey === projectKey)) runs.begin(rule, key);
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
    runs: (): readonly RuleRun[] => runs.latest(),
    /** Resolves when every triggered rule has run, including rules triggered by other rules. */
    settle: runs.settle,
  };
}

export type Automation = ReturnType<typeof createAutomation>;
