import { Button, Stack, Text } from '@forge/react';
import { useState } from 'react';

import { useInstant } from '../../hooks/use-instant';
import { ConfirmSiteAdmin } from './confirm-site-admin';
import type { SiteAdmin } from './use-proved-action';

/** Says until when the person counts as a site admin, or lets them confirm it. */
export function SiteAdminNote({ siteAdmin: { until, setUntil } }: { siteAdmin: SiteAdmin }) {
  const [asking, setAsking] = useState(false);
  const instant = useInstant();
  function confirmed(next: string) {
    setAsking(false);
    setUntil(next);
  }
  if (until !== undefined) return <Text>{`You’re confirmed as a site admin until ${instant(until)}.`}</Text>;
  return (
    <Stack alignInline="start" space="space.100">
      <Text>Only a site admin can adopt or transfer groups, or let space admins delete adopted ones.</Text>
      <Button onClick={() => setAsking(true)}>Confirm that you’re a site admin</Button>
      {asking && <ConfirmSiteAdmin onConfirmed={confirmed} onCancel={() => setAsking(false)} />}
    </Stack>
  );
}
