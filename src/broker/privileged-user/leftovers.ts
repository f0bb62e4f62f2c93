import { CLOSED_ACCOUNT } from '../../shared/broker/closed-account';
import { instant } from '../instant';
import type { BrokerPorts } from '../ports';
import type { CheckGroup, Observation } from './state';

/** Records a check group that couldn't be deleted: the daily check deletes it. */
export async function rememberLeftover({ settings, clock }: BrokerPorts, leftover: CheckGroup): Promise<void> {
  const known = await settings.observation();
  const observation = known ?? ofNobody(instant(clock));
  const leftoverCheckGroups = [...observation.leftoverCheckGroups, leftover];
  await settings.saveObservation({ ...observation, leftoverCheckGroups }, known);
}

/** Makes an observation from before there was a privileged user. */
function ofNobody(at: string): Observation {
  return { accountId: CLOSED_ACCOUNT, at, checks: [], leftoverCheckGroups: [] };
}
