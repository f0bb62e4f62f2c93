import { failureOf } from '../domain/errors';
import type { Ports } from '../domain/ports';
import type { Observation } from '../domain/privileged-user';
import { GroupId } from '../shared/ids';
import { checkHealth } from './steps/health';
import { readPrivilegedUser } from './steps/privileged-user';
import { deleteCheckGroup } from './steps/validate-candidate';

/** Deletes the groups of write tests that could not be deleted then. Answers those that still stand. */
const cleanUp = async (ports: Ports, observation: Observation): Promise<Observation['leftoverCheckGroups']> => {
  const standing = await Promise.all(
    observation.leftoverCheckGroups.map(async (group) => {
      const facts = { groupId: GroupId.parse(group.groupId), name: group.groupName };
      return (await deleteCheckGroup(ports, observation.accountId, facts)) ? [] : [group];
    }),
  );
  return standing.flat();
};

/** The daily look at the privileged user, without anybody present. What can't be read today is read tomorrow. */
export const checkHealthDaily = async (ports: Ports): Promise<void> => {
  try {
    const { state, observation } = await checkHealth(ports, await readPrivilegedUser(ports));
    ports.log.info('health checked', { state: state.name });
    if (state.name !== 'healthy' || observation === undefined || observation.leftoverCheckGroups.length === 0) return;
    await ports.settings.saveObservation({ ...observation, leftoverCheckGroups: await cleanUp(ports, observation) });
  } catch (thrown) {
    ports.log.warn('health not checked', { code: failureOf(thrown)?.code });
    if (failureOf(thrown) === undefined) throw thrown;
  }
};
