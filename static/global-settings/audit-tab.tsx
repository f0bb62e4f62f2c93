import { Button, Heading, Stack } from '@forge/react';
import { useState } from 'react';

import type { SiteGroupRow } from '../../src/shared/groups/views';
import { callGlobalSettings } from '../api';
import type { Choice } from '../audit/choices';
import { GroupAudit } from '../audit/group-audit';
import { useAction } from '../hooks/use-action';
import { useCall } from '../hooks/use-call';

/** Who did what on the whole site. */
export function GlobalAuditTab() {
  const records = useCall(() => callGlobalSettings('listGroupRecords', {}));
  const [more, setMore] = useState<{ rows: SiteGroupRow[]; next: string | undefined }>();
  const reading = useAction();
  const rows = [...(records.value?.groups ?? []), ...(more?.rows ?? [])];
  const next = more === undefined ? records.value?.next : more.next;
  function readMore(after: string) {
    reading.run(
      () => callGlobalSettings('listGroupRecords', { after }),
      (page) => setMore((old) => ({ rows: [...(old?.rows ?? []), ...page.groups], next: page.next })),
    );
  }
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        Who did what
      </Heading>
      {next !== undefined && (
        <Stack alignInline="start">
          <Button onClick={() => readMore(next)}>Offer more groups and spaces to filter by</Button>
        </Stack>
      )}
      <GroupAudit
        read={(filter, before) =>
          callGlobalSettings('readAudit', { filter, ...(before === undefined ? {} : { before }) })
        }
        groups={groupChoices(rows)}
        spaces={spaceChoices(rows)}
      />
    </Stack>
  );
}

function groupChoices(rows: readonly SiteGroupRow[]): Choice[] {
  return rows.map(({ groupId, groupName }) => ({ value: groupId, label: groupName }));
}

function spaceChoices(rows: readonly SiteGroupRow[]): Choice[] {
  const labels = new Map(
    rows.map(({ spaceId, space }) => [spaceId, space === undefined ? `${spaceId} (not visible)` : space.key]),
  );
  return [...labels].map(([value, label]) => ({ value, label }));
}
