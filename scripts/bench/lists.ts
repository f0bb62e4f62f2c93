// Lists of people, brought to a group as the space page does.
import type { ChangeLine, ChangeLines, ChangeView } from '../../src/shared/groups/changes';
import { people, requireMembers, type Journey, type Prepared } from './journey';
import { watched } from './watched';

/** Number of people that the page sends at a time. */
const A_CALL = 25;
const LINES_A_CALL = 500;

/** Adds so many people by a list. */
export function addPeople(count: number): Journey['run'] {
  return async (prepared) => {
    await addListed(prepared, count);
    requireMembers(prepared.site, prepared.freshId, people(prepared.site, 1, count));
  };
}

/** Adds people by a pasted list: they are looked up before, and their results are read afterwards. */
export async function bringList(prepared: Prepared, count: number): Promise<void> {
  const { site } = prepared;
  const pasted = people(site, 1, count).map((text, index) => ({ line: index + 1, kind: 'accountId', text }));
  for (let first = 0; first < count; first += A_CALL) {
    await site.space('space-admin', 'resolvePeople', { people: pasted.slice(first, first + A_CALL) });
  }
  const { changeId } = await addListed(prepared, count);
  requireMembers(site, prepared.freshId, people(site, 1, count));
  const succeeded = (await readLines(prepared, changeId)).filter(({ outcome }) => outcome === 'succeeded');
  if (succeeded.length !== count) throw new Error(`Of ${String(count)} lines ${String(succeeded.length)} succeeded`);
}

/** Plans a list of people whose accounts are known, applies it, and waits until everybody is added. */
export async function addListed({ site, freshId: groupId }: Prepared, count: number): Promise<ChangeView> {
  const { space } = site;
  const listed = people(site, 1, count).map((accountId, index) => ({
    line: index + 1,
    accountId,
    operation: 'addMember',
  }));
  const { changeId, version } = await space('space-admin', 'planPeople', { groupId, source: 'list', people: listed });
  await space('space-admin', 'applyChange', { changeId, version });
  return watched(site, async () => space('space-admin', 'watchChange', { changeId }));
}

/** Reads what became of each line of a change. */
export async function readLines({ site }: Prepared, changeId: string): Promise<ChangeLine[]> {
  const lines: ChangeLine[] = [];
  for (let after: number | undefined = 0; after !== undefined;) {
    const page: ChangeLines = await site.space('space-admin', 'readChangeLines', {
      changeId,
      after,
      most: LINES_A_CALL,
    });
    lines.push(...page.lines);
    after = page.next;
  }
  return lines;
}
