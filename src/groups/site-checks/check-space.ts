import type { SiteCheck } from '../../shared/groups/site-checks';
import { findSpace } from '../find-space';
import type { GroupPorts } from '../ports';
import { notRun, tryAssumption } from './try-assumption';

/** Tells how the caller's own space shows that they are its admin. */
export async function checkSpace(ports: GroupPorts, named: string | undefined): Promise<SiteCheck[]> {
  if (named === undefined) return [notRun('spaceByKey', 'noSpaceNamed'), notRun('provingOperation', 'noSpaceNamed')];
  const { directory, settings } = ports;
  let space: Awaited<ReturnType<typeof findSpace>>;
  const byKey = await tryAssumption(ports, 'spaceByKey', async () => {
    space = await findSpace(ports, named);
    const byItsKey = space && (await findSpace(ports, space.key));
    const holds = space !== undefined && byItsKey?.id === space.id;
    return { holds, answer: holds ? 'found' : 'none found' };
  });
  if (space === undefined) return [byKey, notRun('provingOperation', 'spaceNotFound')];
  const { id: spaceId } = space;
  const proving = await tryAssumption(ports, 'provingOperation', async () => {
    const [answer, rules] = await Promise.all([directory.space(spaceId), settings.rules()]);
    const onSpace = (answer?.operations ?? []).filter(({ targetType }) => targetType === 'space');
    const names = onSpace.map(({ operation }) => operation).toSorted();
    return { holds: names.includes(rules.value.provingOperation), answer: names.join(', ') || 'no operation' };
  });
  return [byKey, proving];
}
