import { Button, HelperMessage, LoadingButton, Stack } from '@forge/react';

import type { CustomersView, DayQuota, OrganizationList } from '../../src/shared/customers/views';
import { MAX_CUSTOMERS } from '../../src/shared/limits';
import { PREVIEW, PROGRESS } from '../../src/shared/words/queue-page';
import { callQueuePage } from '../api';
import { BatchProgress } from '../feedback/batch-progress';
import type { Batches } from '../hooks/use-batches';
import { useOrganizations, type LoadedOrganizations } from '../hooks/use-organizations';
import { CheckEnded, CreationEnded } from './ended';
import { ListForm } from './list-form';
import { createLabel } from './order-text';
import { Preview } from './preview';
import { Results } from './results';
import { backLabel, statusText } from './status-text';
import { useOrder } from './use-order';

interface Props {
  view: CustomersView;
  quota: DayQuota;
  onQuota: (quota: DayQuota) => void;
}

/** Takes a list of people, checks it, creates and adds them, and shows each result. */
export function AddCustomers({ view, quota, onQuota }: Props) {
  const it = useOrder(quota, onQuota);
  const { checking, creating, checked, isWriting } = it;
  const organizations = useOrganizations(organizationsOf(view), (start) =>
    callQueuePage('listOrganizations', { start }),
  );
  function nameOf(id: string) {
    return organizations.all.find(({ organizationId }) => organizationId === id)?.name ?? id;
  }
  return (
    <Stack space="space.300">
      <CreatedSoFar creating={creating} nameOf={nameOf} />
      {isWriting && <Writing key={it.filled.times} it={it} view={view} organizations={organizations} />}
      <Progress label={PROGRESS.checking} batches={checking} />
      <Progress label={PROGRESS.creating} batches={creating} />
      {/* Screen readers are told when its text changes, so it is always there. */}
      <HelperMessage>{statusText(it)}</HelperMessage>
      {isWriting && <CheckEnded checking={checking} />}
      {checked !== undefined && (
        <Preview
          view={view}
          quota={quota}
          order={checked}
          entries={it.entries}
          onConfirm={it.confirm}
          organizations={checked.organizationIds.map(nameOf)}
          organizationsRefused={it.organizationsRefused}
        />
      )}
      {!isWriting && <CreationEnded creating={creating} />}
      <OrderButtons it={it} isPaused={view.pause !== undefined} />
    </Stack>
  );
}

type It = ReturnType<typeof useOrder>;

function CreatedSoFar({ creating, nameOf }: { creating: It['creating']; nameOf: (id: string) => string }) {
  const { done, left, busy } = creating;
  return done.length > 0 ? (
    <Results outcomes={done} total={done.length + left.length} busy={busy} nameOf={nameOf} />
  ) : null;
}

interface WritingProps {
  it: It;
  view: CustomersView;
  organizations: LoadedOrganizations;
}

function Writing({ it, view, organizations }: WritingProps) {
  return (
    <ListForm
      view={view}
      text={it.filled.text}
      organizations={organizations}
      organizationIds={it.organizationIds}
      takesFocus={it.filled.times > 0}
      isMain={it.toCreate.length === 0}
      checking={it.checking.busy}
      onEdit={it.forget}
      onOrganizations={it.choose}
      onCheck={it.check}
    />
  );
}

function OrderButtons({ it, isPaused }: { it: It; isPaused: boolean }) {
  const { checking, creating, toCreate, isWriting, create, goBack, leftCount } = it;
  return (
    <Stack alignInline="start">
      {(toCreate.length > 0 || creating.busy) && (
        <LoadingButton
          appearance="primary"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed is gone
          autoFocus={checking.resumed}
          isLoading={creating.busy}
          isDisabled={isPaused}
          onClick={create}
        >
          {creating.busy ? PREVIEW.creating : createLabel(toCreate)}
        </LoadingButton>
      )}
      {!isWriting && !creating.busy && (
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed is gone
        <Button autoFocus={creating.ended?.why !== 'stopped'} appearance="primary" onClick={goBack}>
          {backLabel(leftCount)}
        </Button>
      )}
    </Stack>
  );
}

/** Draws the progress of a list. A single batch can't be stopped. */
function Progress<Item, Outcome>({ label, batches }: { label: string; batches: Batches<Item, Outcome> }) {
  const { busy, done, left, stopping, resumed, stop } = batches;
  return busy ? (
    <BatchProgress
      label={label}
      done={done.length}
      total={done.length + left.length}
      stopping={stopping}
      takesFocus={resumed}
      onStop={left.length > MAX_CUSTOMERS ? stop : undefined}
    />
  ) : null;
}

function organizationsOf({ organizations, nextOrganizations }: CustomersView): OrganizationList {
  return { organizations, ...(nextOrganizations !== undefined && { nextStart: nextOrganizations }) };
}
