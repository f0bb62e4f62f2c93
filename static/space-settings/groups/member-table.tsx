import { Button, Checkbox, DynamicTable, User } from '@forge/react';

import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';

interface Props {
  accountIds: readonly string[];
  /** The number of the first of them, counted from 1. */
  first: number;
  loading: boolean;
  selected: readonly string[];
  onSelected: (accountIds: string[]) => void;
  /** Absent: the page is read-only. */
  onRemove: ((accountId: string) => void) | undefined;
}

/** Lists the members of one page, with a box to select and a button to remove each. */
export function MemberTable({ accountIds, first, loading, selected, onSelected, onRemove }: Props) {
  if (accountIds.length === 0) return null;
  const head =
    onRemove === undefined ? [SPACE_PAGE.person] : [SPACE_PAGE.select, SPACE_PAGE.person, SPACE_PAGE.actions];
  const rows = accountIds.map((accountId, index) => {
    const person = { key: 'person', content: <User accountId={accountId} /> };
    if (onRemove === undefined) return { key: accountId, cells: [person] };
    const select = (
      <Checkbox
        label={say(SPACE_PAGE.selectOne, { number: first + index })}
        isChecked={selected.includes(accountId)}
        onChange={() => onSelected(toggled(selected, accountId))}
      />
    );
    const remove = (
      <Button spacing="compact" onClick={() => onRemove(accountId)}>
        {SPACE_PAGE.remove}
      </Button>
    );
    return { key: accountId, cells: [{ key: 'select', content: select }, person, { key: 'actions', content: remove }] };
  });
  return (
    <DynamicTable
      label={SPACE_PAGE.members}
      head={{
        cells: head.map((title) => ({ key: title, content: title, ...(title === SPACE_PAGE.select && { width: 14 }) })),
      }}
      rows={rows}
      isLoading={loading}
    />
  );
}

function toggled(selected: readonly string[], accountId: string): string[] {
  return selected.includes(accountId) ? selected.filter((id) => id !== accountId) : [...selected, accountId];
}
