import { GroupId, type AccountId } from '../../shared/ids';
import { failureOf } from '../errors';
import { orLog } from '../or-log';
import type { BrokerPorts } from '../ports';
import { cleanUpProofs } from '../site-admin/clean-up-proofs';
import { deleteLeftCheckGroup } from './check-group';
import { checkHealth } from './health';
import { readPrivilegedUser } from './privileged-user';
import type { Observation } from './state';

/** Checks the privileged user daily, on a schedule. Data that can't be read today is read tomorrow. */
export async function checkHealthDaily(ports: BrokerPorts, checkProducts: () => Promise<void>): Promise<void> {
  try {
    const { state, observation } = await checkHealth(ports, await readPrivilegedUser(ports), 'ifDue');
    ports.log.info('health checked', { state: state.name });
    await orLog(ports, 'proofs not cleaned up', () =>
      cleanUpProofs(ports, state.name === 'healthy' ? state.accountId : undefined),
    );
    await checkProducts();
    if (state.name !== 'healthy' || observation === undefined || observation.leftoverCheckGroups.length === 0) return;
    const leftoverCheckGroups = await cleanUp(ports, state.accountId, observation.leftoverCheckGroups);
    await ports.settings.saveObservation({ ...observation, leftoverCheckGroups }, observation);
  } catch (thrown) {
    ports.log.warn('health not checked', { code: failureOf(thrown)?.code });
    if (failureOf(thrown) === undefined) throw thrown;
  }
}

type Leftovers = Observation['leftoverCheckGroups'];

/** Deletes groups of write tests that couldn't be deleted before, if they still have that name. Returns those that still exist. */
async function cleanUp(ports: BrokerPorts, actAs: AccountId, leftovers: Leftovers): Promise<Leftovers> {
  const standing = await Promise.all(
    leftovers.map(async (leftover) => {
      const group = await ports.privilegedReader.group(actAs, GroupId.parse(leftover.groupId));
      // A person who renamed it made it their own.
      if (group === undefined || group.name !== leftover.groupName) return [];
      return (await deleteLeftCheckGroup(ports, actAs, group)) ? [] : [leftover];
    }),
  );
  return standing.flat();
}
