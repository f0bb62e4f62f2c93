import type { Ports } from '../../domain/ports';
import type { CheckGroup } from '../../domain/privileged-user';

/** Notes a check group that could not be deleted: the daily check deletes it. */
export const rememberLeftover = async ({ settings }: Ports, leftover: CheckGroup): Promise<void> => {
  const observation = await settings.observation();
  // Whoever acts for others was looked at when he was saved.
  if (observation === undefined) return;
  const leftoverCheckGroups = [...observation.leftoverCheckGroups, leftover];
  await settings.saveObservation({ ...observation, leftoverCheckGroups });
};
