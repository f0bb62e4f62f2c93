import type { CustomersView, DayQuota } from '../../src/shared/customers/views';
import type { MergedPerson } from '../people-list/merge';
import { countFates, faultyLines, type Entry, type Order } from './order';

const MERGED_NAMED = 5;

/** Says where all of them end up. */
export function whereText(view: CustomersView, organizations: readonly string[]): string {
  const members = organizations.length === 0 ? undefined : `added to ${organizations.join(', ')}`;
  const customers = view.addToProject ? `customers of ${view.project.name}` : undefined;
  if (members === undefined) {
    return customers === undefined
      ? 'They aren’t added to a service project or an organization.'
      : `They become ${customers}.`;
  }
  return customers === undefined ? `They’re ${members}.` : `They become ${customers} and are ${members}.`;
}

/** Says in numbers what checking found. */
export function checkedText({ list, people }: Order, entries: readonly Entry[]): string {
  const counts = countFates(entries);
  const faults = faultyLines(list).length;
  const parts = [
    ...(counts.new > 0 ? [`${String(counts.new)} new`] : []),
    ...(counts.added > 0 ? [`${String(counts.added)} with an account`] : []),
    ...(counts.left > 0 ? [`${String(counts.left)} left out`] : []),
    ...(faults > 0 ? [`${counted(faults, 'line', 'lines')} not understood`] : []),
  ];
  const checked = entries.length === people.length ? '' : ` of ${String(people.length)}`;
  return `Checked ${String(entries.length)}${checked}: ${parts.join(', ')}.`;
}

/** Says which lines name somebody who was named before. Undefined: none. */
export function mergedText(people: readonly MergedPerson[]): string | undefined {
  const repeated = people.filter(({ lines }) => lines.length > 1);
  const extra = repeated.reduce((sum, { lines }) => sum + lines.length - 1, 0);
  if (extra === 0) return undefined;
  const named = repeated.slice(0, MERGED_NAMED).map(({ email, lines }) => `${email} (${placesText(lines)})`);
  const more = repeated.length - named.length;
  const rest = more > 0 ? `, and ${String(more)} more` : '';
  return `${counted(extra, 'duplicate', 'duplicates')} merged: ${named.join(', ')}${rest}.`;
}

/** Names the button by what it does. */
export function createLabel(entries: readonly Entry[]): string {
  const { new: created, added } = countFates(entries);
  if (created === 0) return `Add ${counted(added, 'customer', 'customers')}`;
  if (added === 0) return `Create ${counted(created, 'customer', 'customers')}`;
  return `Create ${String(created)} and add ${counted(added, 'customer', 'customers')}`;
}

/** Says that the quota is too small, and what to do. Undefined: it's enough. */
export function shortageText(
  entries: readonly Entry[],
  { left, daily, limitedBy }: DayQuota,
  resets: string,
): { title: string; text: string } | undefined {
  const { new: wanted } = countFates(entries);
  if (wanted <= left) return undefined;
  const limit = limitedBy === 'agent' ? 'the daily limit for each agent' : 'the daily limit of the site';
  const have =
    limitedBy === 'agent'
      ? `${String(left)} of ${counted(daily, 'new account', 'new accounts')}`
      : counted(left, 'new account', 'new accounts');
  return {
    title: `${have} left today, and ${String(wanted)} needed`,
    text: `${shareText(left, wanted - left)} in the list. Come back after ${resets}, or ask a Jira administrator to raise ${limit}.`,
  };
}

function shareText(created: number, others: number): string {
  if (created === 0) return others === 1 ? 'The new person stays' : `The ${String(others)} new people stay`;
  const first = created === 1 ? 'The first one is created.' : `The first ${String(created)} are created.`;
  return `${first} ${others === 1 ? 'The other one stays' : `The other ${String(others)} stay`}`;
}

function placesText(lines: readonly number[]): string {
  const distinct = [...new Set(lines)];
  return distinct.length === 1 ? `line ${String(distinct[0])}` : `lines ${distinct.join(', ')}`;
}

function counted(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
