import { useState } from 'react';

import type { CustomerPreview, CustomerResult } from '../../src/shared/customers/results';
import type { DayQuota } from '../../src/shared/customers/views';
import type { AccountId, OrganizationId } from '../../src/shared/ids';
import { MAX_CUSTOMERS } from '../../src/shared/limits';
import { useBatches } from '../hooks/use-batches';
import { keyOf, type MergedPerson } from '../people-list/merge';
import { withoutPeople } from '../people-list/write-people';
import { meaningOf, previewMeaningOf } from './batch-meaning';
import { withConfirmations } from './confirmations';
import { countLeft, withinQuota, type Entry, type Order } from './order';
import { mayTryAgain } from './result-text';
import { checker, creator } from './sending';

/** Holds an agent's work on one list: they write it, check it, create from it, and come back to the rest. */
export function useOrder(quota: DayQuota, onQuota: (quota: DayQuota) => void) {
  /** The initial text of the field, and how often it was filled. */
  const [filled, setFilled] = useState({ text: '', times: 0 });
  const [organizationIds, setOrganizationIds] = useState<OrganizationId[]>([]);
  const [isWriting, setWriting] = useState(true);
  const checkedOrder = useCheckedOrder(onQuota);
  const { order, checking, confirmed, forget } = checkedOrder;
  const creating = useBatches<Entry, CustomerResult>(MAX_CUSTOMERS, meaningOf);
  const checked = isWriting && !checking.busy && checking.done.length > 0 ? order : undefined;
  const entries = withConfirmations(checking.done, creating.done, confirmed);
  const toCreate = checked === undefined ? [] : withinQuota(entries, quota.left);
  const gone = new Set(creating.done.filter(isSettled).map(({ item }) => keyOf(item.item)));
  function create() {
    setWriting(false);
    creating.start(toCreate, creator(organizationIds, onQuota));
  }
  function goBack() {
    if (order !== undefined) setFilled({ text: withoutPeople(order.list, gone), times: filled.times + 1 });
    forget();
    setWriting(true);
  }
  return {
    filled,
    organizationIds,
    choose: setOrganizationIds,
    isWriting,
    ...checkedOrder,
    /** The order whose preview is on show. */
    checked,
    /** Each person's check, with the agent's confirmations. */
    entries,
    creating,
    toCreate,
    create,
    goBack,
    /** Number of people and lines left. */
    leftCount: order === undefined ? 0 : countLeft(order, gone),
  };
}

/** Holds the list that was sent to be checked. It stands until something is typed or chosen. */
function useCheckedOrder(onQuota: (quota: DayQuota) => void) {
  const [order, setOrder] = useState<Order>();
  const [organizationsRefused, setOrganizationsRefused] = useState(false);
  /** Accounts that only have an address as their name, and that the agent confirmed. None at first. */
  const [confirmed, setConfirmed] = useState<ReadonlySet<AccountId>>(new Set());
  const checking = useBatches<MergedPerson, CustomerPreview>(MAX_CUSTOMERS, previewMeaningOf);
  function confirm(accountId: AccountId, isTheirs: boolean) {
    setConfirmed((old) => new Set(isTheirs ? [...old, accountId] : [...old].filter((one) => one !== accountId)));
  }
  function check(next: Order) {
    setOrder(next);
    setOrganizationsRefused(false);
    setConfirmed(new Set());
    checking.start(
      next.people,
      checker(next.organizationIds, onQuota, () => setOrganizationsRefused(true)),
    );
  }
  function forget() {
    if (order === undefined) return;
    setOrder(undefined);
    checking.reset();
  }
  return { order, checking, confirmed, confirm, organizationsRefused, check, forget };
}

function isSettled({ outcome }: { outcome: CustomerResult }): boolean {
  return !mayTryAgain(outcome);
}
