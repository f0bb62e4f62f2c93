import { Button, Checkbox, DynamicTable, User } from '@forge/react';

import type { AddedMember } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { useDay } from '../../hooks/use-instant';
import { addedCell } from './added-cell';

interface Props {
  accountIds: readonly string[];
  /** The members who were added through the app. Nobody: there is no column for it. */
  added: readonly AddedMember[];
  /** The number of the first of them, counted from 1. */
  first: number;
  loading: boolean;
  selected: readonly string[];
  onSelected: (accountIds: string[]) => void;
  /** Absent: the page is read-only. */
  onRemove: ((accountId: string) => void) | undefined;
}

/** Lists the members of one page, with a box to select and a button to remove each. */
export function MemberTable(props: Props) {
  const { accountIds, added, loading, onRemove } = props;
  const day = useDay();
  const middle = added.length === 0 ? [SPACE_PAGE.person] : [SPACE_PAGE.person, SPACE_PAGE.addedColumn];
  const head = onRemove === undefined ? middle : [SPACE_PAGE.select, ...middle, SPACE_PAGE.actions];
  if (accountIds.length === 0) return null;
  return (
    <DynamicTable
      label={SPACE_PAGE.members}
      head={{
        cells: head.map((title) => ({ key: title, content: title, ...(title === SPACE_PAGE.select && { width: 14 }) })),
      }}
      rows={accountIds.map((accountId, index) => ({
        key: accountId,
        cells: cellsOf(accountId, props.first + index, props, day),
      }))}
      isLoading={loading}
    />
  );
}

/** Draws one member's cells. It calls no hook: the table calls it as a plain function. */
function cellsOf(accountId: string, number: number, props: Props, day: (at: string) => string) {
  const { added, selected, onSelected, onRemove } = props;
  const person = { key: 'person', content: <User accountId={accountId} /> };
  const fact = added.find((one) => one.accountId === accountId);
  const cells = added.length === 0 ? [person] : [person, { key: 'added', content: addedCell(fact, day) }];
  if (onRemove === undefined) return cells;
  const select = (
    <Checkbox
      label={say(SPACE_PAGE.selectOne, { number })}
      isChecked={selected.includes(accountId)}
      onChange={() => onSelected(toggled(selected, accountId))}
    />
  );
  const remove = (
    <Button spacing="compact" onClick={() => onRemove(accountId)}>
      {SPACE_PAGE.remove}
    </Button>
  );
  return [{ key: 'select', content: select }, ...cells, { key: 'actions', content: remove }];
}

function toggled(selected: readonly string[], accountId: string): string[] {
  return selected.includes(accountId) ? selected.filter((id) => id !== accountId) : [...selected, accountId];
}
