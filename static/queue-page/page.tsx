import { Heading, Stack } from '@forge/react';
import { useState } from 'react';

import type { CustomersView } from '../../src/shared/customers/views';
import { say } from '../../src/shared/words/format';
import { QUEUE_PAGE } from '../../src/shared/words/queue-page';
import { callQueuePage } from '../api';
import { FailureMessage } from '../feedback/failure-message';
import { Loading } from '../feedback/loading';
import { PausedBanner } from '../feedback/paused-banner';
import { Product } from '../feedback/product';
import { OneFrame } from '../files/one-frame';
import { useCall } from '../hooks/use-call';
import { AddCustomers } from './add-customers';
import { OffBanner } from './off-banner';
import { RulesText } from './rules-text';

/** Creates customers of one service project, for its agents. */
export function QueuePage() {
  return (
    <Product.Provider value="Jira">
      <Opened />
    </Product.Provider>
  );
}

function Opened() {
  const { value, failure, reload } = useCall(() => callQueuePage('openCustomers', {}));
  if (value !== undefined) {
    return (
      <OneFrame>
        <Shown view={value} />
      </OneFrame>
    );
  }
  if (failure !== undefined) return <FailureMessage failure={failure} onRetry={reload} onReload={reload} />;
  return <Loading label={QUEUE_PAGE.loading} />;
}

function Shown({ view }: { view: CustomersView }) {
  const [quota, setQuota] = useState(view.quota);
  const { off, pause, project } = view;
  return (
    <Stack space="space.300">
      <Stack space="space.150">
        <Heading as="h2" size="medium">
          {say(QUEUE_PAGE.title, { project: project.name })}
        </Heading>
        {pause !== undefined && <PausedBanner pause={pause} />}
        {off !== undefined && <OffBanner off={off} />}
        {off === undefined && <RulesText view={view} quota={quota} />}
      </Stack>
      {off === undefined && <AddCustomers view={view} quota={quota} onQuota={setQuota} />}
    </Stack>
  );
}
