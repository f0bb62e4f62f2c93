import { statedAccountIdOf } from './account-id';
import { unguarded } from './formula';
import { person } from './mailbox';
import { addressFaultOf, nameOf, readMember, type MemberContent, type NamedMember } from './member';
import type { MemberColumns } from './member-columns';
import type { MemberFault } from './member-fault';
import { visible } from './visible';

/** Holds one person of a table, with what is asked for them. */
export interface ListedMember extends NamedMember {
  action?: 'add' | 'remove';
  group?: string;
}

/** Reads one person from a row. `written`: its cells with the blanks around them. */
export function readMemberRow(
  written: readonly string[],
  columns: MemberColumns,
): ListedMember | { fault: MemberFault } {
  const cells = written.map((cell) => unguarded(visible(cell)));
  if (cells.slice(columns.titles.length).some((cell) => cell !== '')) return { fault: { code: 'moreCellsThanHeader' } };
  const member = readPerson(cells, columns);
  if ('fault' in member) return member;
  const action = valueAt(cells, columns.actions);
  const known = actionOf(action);
  if (known === undefined && action !== '') return { fault: { code: 'unknownAction', piece: action } };
  const group = valueAt(cells, columns.groups);
  return {
    ...named(member, written, columns),
    ...(known !== undefined && { action: known }),
    ...(group !== '' && { group }),
  };
}

/** Reads the surest naming of a person: an accountId, else an address, else a name. */
function readPerson(cells: readonly string[], { accountIds, emails, people, names }: MemberColumns): MemberContent {
  const stated = valueAt(cells, accountIds);
  if (stated !== '') {
    const id = statedAccountIdOf(stated);
    return id === undefined ? { fault: { code: 'notAnAccountId', piece: stated } } : { kind: 'accountId', text: id };
  }
  const email = valueAt(cells, emails);
  const contents = [
    ...people
      .map((at) => cells[at] ?? '')
      .filter((cell) => cell !== '')
      .map(readMember),
    ...(email === '' ? [] : [readEmail(email)]),
  ];
  const name = names
    .map((at) => cells[at] ?? '')
    .join(' ')
    .trim();
  return (
    contents.find((content) => 'kind' in content && content.kind === 'accountId') ??
    contents.find((content) => 'fault' in content) ??
    contents.find((content) => 'kind' in content && content.kind === 'email') ??
    contents[0] ??
    (name === '' ? { fault: { code: 'nobody' } } : readMember(name))
  );
}

function readEmail(cell: string): MemberContent {
  const content = readMember(cell);
  return 'kind' in content && content.kind !== 'name' ? content : { fault: addressFaultOf(cell) };
}

/** Adds the name beside an address, or an accountId: there exactly as it was written, so that an exported name comes back. */
function named(member: NamedMember, written: readonly string[], { names }: MemberColumns): NamedMember {
  const name = names.map((at) => unguarded(written[at] ?? '')).join(' ');
  if (member.kind === 'name' || visible(name) === '') return member;
  return member.kind === 'accountId'
    ? { ...member, name }
    : { ...member, ...nameOf(person(member.text, name, 'written')) };
}

function actionOf(cell: string): 'add' | 'remove' | undefined {
  return (['add', 'remove'] as const).find((action) => action === cell.toLowerCase());
}

function valueAt(cells: readonly string[], [position]: readonly number[]): string {
  return position === undefined ? '' : (cells[position] ?? '');
}
