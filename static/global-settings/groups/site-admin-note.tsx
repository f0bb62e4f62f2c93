import { Button, Stack, Text } from '@forge/react';
import { useState } from 'react';

import { say } from '../../../src/shared/words/format';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { useInstant } from '../../hooks/use-instant';
import { ConfirmSiteAdmin } from './confirm-site-admin';
import type { SiteAdmin } from './use-proved-action';

/** Says until when the person counts as a site admin, or lets them confirm it. */
export function SiteAdminNote({ siteAdmin: { until, setUntil } }: { siteAdmin: SiteAdmin }) {
  const [confirming, setConfirming] = useState(false);
  const instant = useInstant();
  function confirmed(next: string) {
    setConfirming(false);
    setUntil(next);
  }
  if (until !== undefined) return <Text>{say(GROUPS_TAB.siteAdminUntil, { when: instant(until) })}</Text>;
  return (
    <Stack alignInline="start" space="space.100">
      <Text>{GROUPS_TAB.siteAdminNeeded}</Text>
      <Button onClick={() => setConfirming(true)}>{GROUPS_TAB.confirmSiteAdmin}</Button>
      {confirming && <ConfirmSiteAdmin onConfirmed={confirmed} onCancel={() => setConfirming(false)} />}
    </Stack>
  );
}
