import type { Ports } from '../../domain/ports';
import type { SiteCheck } from '../../shared/site-checks';
import { notRun, tryBelief } from './try-belief';

/** How the caller's own space shows that he is its admin. */
export const checkSpace = async (ports: Ports, spaceKey: string | undefined): Promise<SiteCheck[]> => {
  if (spaceKey === undefined) return [notRun('spaceByKey', 'noSpaceNamed'), notRun('provingOperation', 'noSpaceNamed')];
  const { directory, settings } = ports;
  let found: Awaited<ReturnType<typeof directory.spacesByKey>> = [];
  const byKey = await tryBelief(ports, 'spaceByKey', async () => {
    found = await directory.spacesByKey([spaceKey]);
    return { holds: found.length === 1, seen: `${String(found.length)} found` };
  });
  const [space] = found;
  if (space === undefined) return [byKey, notRun('provingOperation', 'spaceNotFound')];
  const proving = await tryBelief(ports, 'provingOperation', async () => {
    const [answer, rules] = await Promise.all([directory.space(space.id), settings.rules()]);
    const onSpace = (answer?.operations ?? []).filter(({ targetType }) => targetType === 'space');
    const names = onSpace.map(({ operation }) => operation).toSorted();
    return { holds: names.includes(rules.value.provingOperation), seen: names.join(', ') || 'no operation' };
  });
  return [byKey, proving];
};
