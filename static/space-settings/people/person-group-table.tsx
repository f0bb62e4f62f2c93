import { DynamicTable, Text } from '@forge/react';

import type { PersonGroup } from '../../../src/shared/groups/member-views';
import { PEOPLE_TAB } from '../../../src/shared/words/people-tab';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { useDay } from '../../hooks/use-instant';
import { addedCell } from '../groups/added-cell';

const GROUPS_A_PAGE = 25;

/** Lists the groups of one person, 25 a page, with since when they are in and who added them. */
export function PersonGroupTable({ groups }: { groups: readonly PersonGroup[] }) {
  const day = useDay();
  if (groups.length === 0) return null;
  return (
    <DynamicTable
      label={PEOPLE_TAB.table}
      head={{ cells: [PEOPLE_TAB.group, SPACE_PAGE.addedColumn].map((title) => ({ key: title, content: title })) }}
      rows={groups.map(({ groupId, groupName, added }) => ({
        key: groupId,
        cells: [
          { key: 'group', content: <Text>{groupName}</Text> },
          { key: 'added', content: addedCell(added, day) },
        ],
      }))}
      {...(groups.length > GROUPS_A_PAGE && { rowsPerPage: GROUPS_A_PAGE })}
    />
  );
}
