import { Form, Heading, LoadingButton, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { CustomerSettingsView } from '../../../src/shared/customers/views';
import { SITE_QUOTA } from '../../../src/shared/words/customer-settings';
import { say } from '../../../src/shared/words/format';
import { callCustomerSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { flagSuccess } from '../../feedback/flag';
import { NumberField, numberProblem } from '../../fields/number-field';
import { useAction } from '../../hooks/use-action';
import { useDraft } from '../../hooks/use-draft';
import { useInstant } from '../../hooks/use-instant';

type Site = CustomerSettingsView['site'];

interface Props {
  opened: Site;
  onStored: (site: Site) => void;
}

/** Sets how many new accounts the whole site can request in a day, and shows how many it has. */
export function SiteQuota({ opened, onStored }: Props) {
  const { stored, edited, reading, reload } = useSiteQuota(opened, onStored);
  return (
    <Form onSubmit={edited.save}>
      <Stack space="space.150">
        <Heading as="h2" size="medium">
          {SITE_QUOTA.title}
        </Heading>
        <Used site={stored} />
        <NumberField
          id="site-quota"
          name="dailyPerSite"
          label={SITE_QUOTA.label}
          help={SITE_QUOTA.help}
          value={edited.draft.dailyPerSite}
          problem={edited.problem('dailyPerSite')}
          onChange={(dailyPerSite) => edited.edit({ dailyPerSite })}
        />
        {edited.failure !== undefined && <FailureMessage failure={edited.failure} onReload={reload} />}
        {reading.failure !== undefined && <FailureMessage failure={reading.failure} onRetry={reload} />}
        <Stack alignInline="start">
          <LoadingButton type="submit" isLoading={edited.busy}>
            {SITE_QUOTA.save}
          </LoadingButton>
        </Stack>
      </Stack>
    </Form>
  );
}

/** Holds the site's quota as it's stored and as it's typed. */
function useSiteQuota(opened: Site, onStored: (site: Site) => void) {
  const [stored, setStored] = useState(opened);
  const reading = useAction();
  const edited = useDraft({
    initial: () => draftOf(opened),
    fields: { dailyPerSite: 'dailyPerSite' },
    problemsOf: ({ dailyPerSite }) => ({ dailyPerSite: numberProblem(dailyPerSite) }),
    send: ({ dailyPerSite }) =>
      callCustomerSettings('saveSiteQuota', { dailyPerSite: Number(dailyPerSite), version: stored.version }),
    onSaved: (site) => {
      show(site);
      flagSuccess('site-quota-saved', SITE_QUOTA.saved);
    },
  });
  function show(site: Site) {
    setStored(site);
    onStored(site);
    edited.edit(draftOf(site));
  }
  function reload() {
    reading.run(
      () => callCustomerSettings('openCustomerSettings', {}),
      ({ site }) => show(site),
    );
  }
  return { stored, edited, reading, reload };
}

function draftOf({ dailyPerSite }: Site) {
  return { dailyPerSite: String(dailyPerSite) };
}

function Used({ site: { usedToday, dailyPerSite, resetsAt } }: { site: Site }) {
  const instant = useInstant();
  return <Text>{say(SITE_QUOTA.used, { used: usedToday, daily: dailyPerSite, resets: instant(resetsAt) })}</Text>;
}
