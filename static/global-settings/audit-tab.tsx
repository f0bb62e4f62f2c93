import { Button, Heading, Stack } from '@forge/react';
import { useState } from 'react';

import type { SiteGroupRow } from '../../src/shared/groups/views';
import { say } from '../../src/shared/words/format';
import { GLOBAL_PAGE } from '../../src/shared/words/global-settings';
import { callGlobalSettings } from '../api';
import type { Choice } from '../audit/choices';
import { CUSTOMER_WORDS } from '../audit/customer-words';
import { GroupAudit } from '../audit/group-audit';
import { useAction } from '../hooks/use-action';
import { useCall } from '../hooks/use-call';

/** Lists who did what on the whole site. */
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
        {GLOBAL_PAGE.audit}
      </Heading>
      {next !== undefined && (
        <Stack alignInline="start">
          <Button onClick={() => readMore(next)}>{GLOBAL_PAGE.moreChoices}</Button>
        </Stack>
      )}
      <GroupAudit
        more={CUSTOMER_WORDS}
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
    rows.map(({ spaceId, space }) => [
      spaceId,
      space === undefined ? say(GLOBAL_PAGE.hiddenSpace, { space: spaceId }) : space.key,
    ]),
  );
  return [...labels].map(([value, label]) => ({ value, label }));
}
