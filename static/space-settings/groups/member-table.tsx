import { Box, Button, Checkbox, DynamicTable, Icon, Label, Text, User, xcss } from '@forge/react';

import type { MembersView } from '../../../src/shared/groups/member-views';
import type { AccountId } from '../../../src/shared/ids';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { useDay } from '../../hooks/use-instant';
import { addedCell } from './added-cell';

interface Props {
  page: MembersView;
  loading: boolean;
  selected: readonly string[];
  onSelected: (accountIds: string[]) => void;
  /** Absent: the page is read-only. */
  onRemove: ((accountId: string) => void) | undefined;
}

/** Keeps words for screen readers alone. */
const unseen = xcss({ width: '1px', height: '1px', overflow: 'hidden' });

/** Lists the members of one page, with a box to select and a button to remove each. */
export function MemberTable(props: Props) {
  const { page, loading, onRemove } = props;
  const day = useDay();
  const added = page.added ?? [];
  const person = { key: 'person', content: SPACE_PAGE.person };
  const middle = added.length === 0 ? [person] : [person, { key: 'added', content: SPACE_PAGE.addedColumn }];
  const head =
    onRemove === undefined
      ? middle
      : [
          { key: 'select', content: SPACE_PAGE.select, width: 10 },
          ...middle,
          { key: 'actions', content: SPACE_PAGE.actions },
        ];
  if (page.accountIds.length === 0) return null;
  return (
    <DynamicTable
      label={SPACE_PAGE.members}
      head={{ cells: head }}
      rows={page.accountIds.map((accountId) => ({
        key: accountId,
        cells: cellsOf(accountId, props, day),
      }))}
      isLoading={loading}
    />
  );
}

/** Draws one member's cells. It calls no hook: the table calls it as a plain function. */
function cellsOf(accountId: string, { page, selected, onSelected, onRemove }: Props, day: (at: string) => string) {
  const { added = [] } = page;
  const name = page.names?.[accountId as AccountId];
  const box = `select-${accountId}`;
  const user = <User accountId={accountId} />;
  // A box takes no `aria-label`, and no `aria-labelledby` finds an id: Forge puts a prefix before every id. So its label names it.
  const labelOfBox = (
    <Label labelFor={box}>
      <Box xcss={unseen}>
        <Text>{SPACE_PAGE.select}</Text>
      </Box>
      {user}
    </Label>
  );
  const person = { key: 'person', content: onRemove === undefined ? user : labelOfBox };
  const fact = added.find((one) => one.accountId === accountId);
  const cells = added.length === 0 ? [person] : [person, { key: 'added', content: addedCell(fact, day) }];
  if (onRemove === undefined) return cells;
  const select = (
    <Checkbox
      id={box}
      isChecked={selected.includes(accountId)}
      onChange={() => onSelected(toggled(selected, accountId))}
    />
  );
  const remove = (
    <Button spacing="compact" onClick={() => onRemove(accountId)}>
      {name === undefined ? SPACE_PAGE.remove : `${SPACE_PAGE.remove} `}
      {name !== undefined && <Icon glyph="person-remove" label={name} size="small" />}
    </Button>
  );
  return [{ key: 'select', content: select }, ...cells, { key: 'actions', content: remove }];
}

function toggled(selected: readonly string[], accountId: string): string[] {
  return selected.includes(accountId) ? selected.filter((id) => id !== accountId) : [...selected, accountId];
}
