import { Stack } from '@forge/react';
import { useState } from 'react';

import { Candidates } from './candidates';
import { GroupRecords } from './group-records';

/** Which group belongs to which space, and existing groups that could. */
export const GroupsTab = () => {
  const [adoptions, setAdoptions] = useState(0);
  return (
    <Stack space="space.400">
      <GroupRecords key={adoptions} />
      <Candidates onAdopted={() => setAdoptions((count) => count + 1)} />
    </Stack>
  );
};
