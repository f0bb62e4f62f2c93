import { FirstStep, type FirstRunView } from '../../shared/groups/first-run';
import { DEFAULT_PATTERN } from '../../shared/groups/group-pattern';
import { adoptionRuns } from '../adoption/adoption-runs';
import type { GroupPorts } from '../ports';
import { isInUse } from '../rules/rules-view';
import { rulesNow } from '../rules/stored-rules';
import type { EndedSteps } from './ports';

/** Tells which steps of setting the app up are done, skipped or open. What is set up some other way counts as done. */
export async function readFirstRun(ports: GroupPorts): Promise<FirstRunView> {
  return firstRunView(ports, (await ports.firstRun.read()).value);
}

/** Returns the steps with their states, of which admins ended these by hand. */
export async function firstRunView(ports: GroupPorts, ended: EndedSteps): Promise<FirstRunView> {
  const [{ value: privilegedUser }, { value: stored }, { records }] = await Promise.all([
    ports.settings.privilegedUser(),
    ports.settings.rules(),
    ports.groupRecords.all(),
  ]);
  const { appId, environmentId } = ports.environment;
  const { where, pattern } = rulesNow(stored, stored.where !== undefined || (await isInUse(ports)));
  const isDone: Record<FirstStep, boolean> = {
    privilegedUser: privilegedUser.current !== undefined,
    names: records.length > 0 || pattern.prefix !== DEFAULT_PATTERN.prefix || pattern.suffix !== DEFAULT_PATTERN.suffix,
    where: where.spaces !== 'only' || where.spaceIds.length > 0,
    takeOver: records.some(({ origin }) => origin === 'adopted') || (await hasTakenOver(ports)),
    tell: false,
  };
  return {
    steps: FirstStep.options.map((step) => ({ step, state: isDone[step] ? 'done' : (ended[step] ?? 'open') })),
    app: { appId, environmentId },
  };
}

/** Tells whether groups were taken over in the last 30 days, whatever is left of it. Those that somebody created don't count. */
async function hasTakenOver({ runs }: GroupPorts): Promise<boolean> {
  const { runs: some } = await runs.ofPlace('site');
  return some.some(
    ({ product, undoes, appliedAt }) =>
      product === adoptionRuns.product && undoes === undefined && appliedAt !== undefined,
  );
}
