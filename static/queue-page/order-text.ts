import type { CustomersView, DayQuota } from '../../src/shared/customers/views';
import { say } from '../../src/shared/words/format';
import { PREVIEW, SHORTAGE } from '../../src/shared/words/queue-page';
import type { MergedPerson } from '../people-list/merge';
import { countFates, faultyLines, type Entry, type Order } from './order';

const MERGED_NAMED = 5;

/** Says where all of them end up. */
export function whereText({ addToProject, project }: CustomersView, names: readonly string[]): string {
  const values = { project: project.name, organizations: names.join(', ') };
  if (names.length === 0) return addToProject ? say(PREVIEW.become, values) : PREVIEW.nowhere;
  return say(addToProject ? PREVIEW.becomeAndAdded : PREVIEW.added, values);
}

/** Says in numbers what checking found. */
export function checkedText({ list, people }: Order, entries: readonly Entry[]): string {
  const counts = countFates(entries);
  const faults = faultyLines(list).length;
  const found = [
    ...(counts.new > 0 ? [say(PREVIEW.new, { n: counts.new })] : []),
    ...(counts.added > 0 ? [say(PREVIEW.withAccount, { n: counts.added })] : []),
    ...(counts.left > 0 ? [say(PREVIEW.leftOut, { n: counts.left })] : []),
    ...(faults > 0 ? [say(PREVIEW.notUnderstood, { n: faults })] : []),
  ].join(', ');
  const isAll = entries.length === people.length;
  return say(isAll ? PREVIEW.checked : PREVIEW.checkedSome, { count: entries.length, total: people.length, found });
}

/** Says which lines name somebody who was named before. Undefined: none. */
export function mergedText(people: readonly MergedPerson[]): string | undefined {
  const repeated = people.filter(({ lines }) => lines.length > 1);
  const extra = repeated.reduce((sum, { lines }) => sum + lines.length - 1, 0);
  if (extra === 0) return undefined;
  const named = repeated.slice(0, MERGED_NAMED).map(mentionText).join(', ');
  const more = repeated.length - MERGED_NAMED;
  return say(PREVIEW.merged, {
    n: extra,
    named: more > 0 ? say(PREVIEW.mergedMore, { named, count: more }) : named,
  });
}

/** Names the button by what it does. */
export function createLabel(entries: readonly Entry[]): string {
  const { new: created, added } = countFates(entries);
  if (created === 0) return say(PREVIEW.add, { n: added });
  return added === 0 ? say(PREVIEW.create, { n: created }) : say(PREVIEW.createAndAdd, { created, n: added });
}

/** Says that the quota is too small, and what to do. Undefined: it's enough. */
export function shortageText(
  entries: readonly Entry[],
  { left, daily, limitedBy }: DayQuota,
  resets: string,
): { title: string; text: string } | undefined {
  const { new: wanted } = countFates(entries);
  if (wanted <= left) return undefined;
  const share = shareText(left, wanted - left);
  return limitedBy === 'agent'
    ? {
        title: say(SHORTAGE.ofAgent, { left, n: daily, wanted }),
        text: `${share} ${say(SHORTAGE.helpOfAgent, { resets })}`,
      }
    : { title: say(SHORTAGE.ofSite, { n: left, wanted }), text: `${share} ${say(SHORTAGE.helpOfSite, { resets })}` };
}

function shareText(created: number, others: number): string {
  return created === 0
    ? say(SHORTAGE.allStay, { n: others })
    : `${say(SHORTAGE.firstCreated, { n: created })} ${say(SHORTAGE.othersStay, { n: others })}`;
}

function mentionText({ email, lines }: MergedPerson): string {
  const distinct = [...new Set(lines)];
  return say(PREVIEW.mention, { email, n: distinct.length, lines: distinct.join(', ') });
}
