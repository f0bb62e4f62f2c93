import { Stack } from '@forge/react';
import { useState } from 'react';

import { Candidates } from './candidates';
import { GroupRecords } from './group-records';
import { SiteAdminNote } from './site-admin-note';
import type { SiteAdmin } from './use-proved-action';

/** Shows which group belongs to which space, and existing groups that could. */
export function GroupsTab() {
  const [adoptions, setAdoptions] = useState(0);
  /** Absent until the app says whether there is a proof. */
  const [proof, setProof] = useState<{ until: string | undefined }>();
  const siteAdmin: SiteAdmin = { until: proof?.until, setUntil: (until) => setProof({ until }) };
  return (
    <Stack space="space.400">
      {proof !== undefined && <SiteAdminNote siteAdmin={siteAdmin} />}
      <GroupRecords key={adoptions} siteAdmin={siteAdmin} />
      <Candidates siteAdmin={siteAdmin} onAdopted={() => setAdoptions((count) => count + 1)} />
    </Stack>
  );
}
