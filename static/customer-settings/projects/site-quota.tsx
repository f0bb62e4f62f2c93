import { showFlag } from '@forge/bridge';
import { Form, Heading, LoadingButton, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { CustomerSettingsView } from '../../../src/shared/customers/views';
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

/** How many new accounts the whole site may ask for in a day, and how many it has. */
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
        showFlag({ id: 'site-quota-saved', type: 'success', title: 'The daily quota is saved', isAutoDismiss: true });
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
          Daily quota of the site
        </Heading>
        <Text>
          {`New accounts that were asked for today: ${String(stored.usedToday)} of ${String(stored.dailyPerSite)}. Resets ${instant(stored.resetsAt)}.`}
        </Text>
        <NumberField
          id="site-quota"
          name="dailyPerSite"
          label="New accounts a day on this site"
          help="In all service projects together, by agents and by automation rules. 0 lets nobody create any."
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
            Save quota
          </LoadingButton>
        </Stack>
      </Stack>
    </Form>
  );
}
