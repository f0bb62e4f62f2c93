import { Stack } from '@forge/react';
import { useState } from 'react';

import { TakeOver } from '../take-over/take-over';
import { GroupRecords } from './group-records';
import { SiteAdminNote } from './site-admin-note';
import type { SiteAdmin } from './use-proved-action';

/** Shows which group belongs to which space, and takes over existing groups. */
export function GroupsTab({ me }: { me: string }) {
  const [changes, setChanges] = useState(0);
  /** Absent until the app says whether there is a proof. */
  const [proof, setProof] = useState<{ until: string | undefined }>();
  const siteAdmin: SiteAdmin = { until: proof?.until, setUntil: (until) => setProof({ until }) };
  return (
    <Stack space="space.400">
      {proof !== undefined && <SiteAdminNote siteAdmin={siteAdmin} />}
      <GroupRecords key={changes} siteAdmin={siteAdmin} />
      <TakeOver me={me} siteAdmin={siteAdmin} onChanged={() => setChanges((count) => count + 1)} />
    </Stack>
  );
}
