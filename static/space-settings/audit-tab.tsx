import { Heading, Stack } from '@forge/react';

import type { GroupRow } from '../../src/shared/groups/views';
import { SPACE_PAGE } from '../../src/shared/words/space-settings';
import { callSpaceSettings } from '../api';
import { GroupAudit } from '../audit/group-audit';

/** Lists who did what in this space. */
export function SpaceAuditTab({ groups }: { groups: readonly GroupRow[] }) {
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {SPACE_PAGE.audit}
      </Heading>
      <GroupAudit
        read={(filter, before) =>
          callSpaceSettings('readSpaceAudit', { filter, ...(before === undefined ? {} : { before }) })
        }
        groups={groups.map(({ groupId, groupName }) => ({ value: groupId, label: groupName }))}
      />
    </Stack>
  );
}
