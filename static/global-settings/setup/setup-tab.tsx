import { Button, Stack } from '@forge/react';
import { useState } from 'react';

import type { PrivilegedUserView } from '../../../src/shared/broker/views';
import { GLOBAL_PAGE } from '../../../src/shared/words/global-settings';
import { PrivilegedUser } from '../privileged-user/privileged-user';
import { ExportSite } from './export-site';
import { Pause } from './pause';
import { Support } from './support';

interface Props {
  view: PrivilegedUserView;
  onView: (view: PrivilegedUserView) => void;
}

/** Holds what is set up once and looked up when something is wrong. */
export function SetupTab({ view, onView }: Props) {
  return (
    <Stack space="space.400">
      <PrivilegedUser view={view} onView={onView} />
      <Pause view={view} onChange={onView} />
      <ExportSite />
      <SupportOnRequest />
    </Stack>
  );
}

/** Repeats what stands above for whoever helps, so it's written only when somebody asks for it. */
function SupportOnRequest() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Stack space="space.300">
      <Stack alignInline="start">
        <Button onClick={() => setOpen(!isOpen)}>{isOpen ? GLOBAL_PAGE.hideSupport : GLOBAL_PAGE.showSupport}</Button>
      </Stack>
      {isOpen && <Support canRunChecks />}
    </Stack>
  );
}
