import { showFlag } from '@forge/bridge';
import { Form, Heading, LoadingButton, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { CustomerSettingsView } from '../../../src/shared/customers/views';
import { SITE_QUOTA } from '../../../src/shared/words/customer-settings';
import { say } from '../../../src/shared/words/format';
import { callCustomerSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { isShownAtFields, problemOf } from '../../fields/field-problem';
import { NumberField, numberProblem } from '../../fields/number-field';
import { useAction } from '../../hooks/use-action';
import { useInstant } from '../../hooks/use-instant';
import { useLatest } from '../../hooks/use-latest';

type Site = CustomerSettingsView['site'];

interface Props {
  opened: Site;
  onStored: (site: Site) => void;
}

/** Sets how many new accounts the whole site can request in a day, and shows how many it has. */
export function SiteQuota({ opened, onStored }: Props) {
  const [stored, setStored] = useState(opened);
  const [text, setText] = useState(String(opened.dailyPerSite));
  const [problem, setProblem] = useState<string>();
  const instant = useInstant();
  const saving = useAction();
  const reading = useAction();
  const { failure } = saving;
  function show(site: Site) {
    setStored(site);
    onStored(site);
    setText(String(site.dailyPerSite));
  }
  function type(typed: string) {
    setText(typed);
    setProblem(undefined);
    if (failure !== undefined) saving.forget();
  }
  const save = useLatest(() => {
    const found = numberProblem(text);
    setProblem(found);
    if (found !== undefined) return;
    saving.run(
      () => callCustomerSettings('saveSiteQuota', { dailyPerSite: Number(text), version: stored.version }),
      (site) => {
        show(site);
        showFlag({ id: 'site-quota-saved', type: 'success', title: SITE_QUOTA.saved, isAutoDismiss: true });
      },
    );
  });
  function reload() {
    reading.run(
      () => callCustomerSettings('openCustomerSettings', {}),
      ({ site }) => {
        saving.forget();
        show(site);
      },
    );
  }
  return (
    <Form onSubmit={save}>
      <Stack space="space.150">
        <Heading as="h2" size="medium">
          {SITE_QUOTA.title}
        </Heading>
        <Text>
          {say(SITE_QUOTA.used, {
            used: stored.usedToday,
            daily: stored.dailyPerSite,
            resets: instant(stored.resetsAt),
          })}
        </Text>
        <NumberField
          id="site-quota"
          name="dailyPerSite"
          label={SITE_QUOTA.label}
          help={SITE_QUOTA.help}
          value={text}
          problem={problem ?? problemOf(failure, 'dailyPerSite')}
          onChange={type}
        />
        {failure !== undefined && !isShownAtFields(failure, ['dailyPerSite']) && (
          <FailureMessage failure={failure} onReload={reload} />
        )}
        {reading.failure !== undefined && <FailureMessage failure={reading.failure} onRetry={reload} />}
        <Stack alignInline="start">
          <LoadingButton type="submit" isLoading={saving.busy}>
            {SITE_QUOTA.save}
          </LoadingButton>
        </Stack>
      </Stack>
    </Form>
  );
}
