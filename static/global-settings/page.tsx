import { Stack } from '@forge/react';
import { useState } from 'react';

import type { GlobalSettingsView, PrivilegedUserView } from '../../src/shared/broker/views';
import { GLOBAL_PAGE } from '../../src/shared/words/global-settings';
import { callGlobalSettings } from '../api';
import { FailureMessage } from '../feedback/failure-message';
import { Loading } from '../feedback/loading';
import { OneFrame } from '../files/one-frame';
import { useCall } from '../hooks/use-call';
import { NomineePage } from './privileged-user/nominee-page';
import { Support } from './setup/support';
import { AdminTabs } from './tabs';

/** Shows the settings of the whole site: all of them for Confluence administrators, a part for a nominee or a support reader. */
export function GlobalSettings() {
  const { value, failure, reload } = useCall(() => callGlobalSettings('openGlobalSettings', {}));
  if (value?.roles.confluenceAdmin === true && value.privilegedUser !== undefined) {
    return (
      <OneFrame>
        <AdminTabs me={value.accountId} opened={value.privilegedUser} />
      </OneFrame>
    );
  }
  if (value !== undefined) return <ForOthers view={value} />;
  if (failure !== undefined) return <FailureMessage failure={failure} onRetry={reload} onReload={reload} />;
  return <Loading label={GLOBAL_PAGE.reading} />;
}

function ForOthers({ view }: { view: GlobalSettingsView }) {
  const [privilegedUser, setPrivilegedUser] = useState<PrivilegedUserView | undefined>(view.privilegedUser);
  const { nominee, supportReader } = view.roles;
  return (
    <Stack space="space.300">
      {nominee && privilegedUser !== undefined && (
        <NomineePage me={view.accountId} view={privilegedUser} onChange={setPrivilegedUser} />
      )}
      {supportReader && <Support canRunChecks={false} />}
      {!nominee && !supportReader && <FailureMessage failure={{ code: 'FORBIDDEN', reason: 'NOT_CONFLUENCE_ADMIN' }} />}
    </Stack>
  );
}
