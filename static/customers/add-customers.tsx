import { showFlag } from '@forge/bridge';
import { Stack } from '@forge/react';
import { useState } from 'react';

import type { CustomerResult } from '../../src/shared/customer-results';
import type { CustomersResult, CustomersView } from '../../src/shared/customer-views';
import { linesOf } from '../lines';
import { OrderForm } from './order-form';
import type { Checked, Order } from './order-form';
import { textOf } from './parse-people';
import type { TypedPerson } from './parse-people';
import { Previews } from './previews';
import { doneCount, Results } from './results';
import type { Outcome } from './results';

interface Props {
  view: CustomersView;
  quota: CustomersView['quota'];
  onQuota: (quota: CustomersView['quota']) => void;
}

const outcomesOf = (people: readonly TypedPerson[], results: readonly CustomerResult[]): Outcome[] =>
  people.flatMap((person, index) => {
    const result = results[index];
    return result === undefined ? [] : [{ person, result }];
  });

const flagDone = (outcomes: readonly Outcome[]): void => {
  const done = doneCount(outcomes);
  const all = done === outcomes.length;
  showFlag({
    id: 'customers-created',
    type: all ? 'success' : 'warning',
    title:
      all && done === 1 ? 'One person is done' : `People who are done: ${String(done)} of ${String(outcomes.length)}`,
    description: 'See the top of the page for each person.',
    isAutoDismiss: true,
  });
};

/** Types people, checks them, creates and adds them, and shows what became of each. */
export const AddCustomers = ({ view, quota, onQuota }: Props) => {
  const [order, setOrder] = useState<Order>({ text: '', organizationIds: [] });
  const [checked, setChecked] = useState<Checked>();
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  /** How often something was done or put back: the keyboard then goes to the field, as the button that was pressed is gone. */
  const [fillings, setFillings] = useState(0);
  const isCurrent = checked?.text === order.text && checked.organizationIds === order.organizationIds;
  const created = (people: TypedPerson[], { people: results, quota: next }: CustomersResult) => {
    const ended = outcomesOf(people, results);
    setOutcomes(ended);
    flagDone(ended);
    if (next !== undefined) onQuota(next);
    const rest = (checked?.lines ?? []).map(({ person }) => person).filter((person) => !people.includes(person));
    // What somebody has typed meanwhile stays.
    setOrder((old) => (old.text === checked?.text ? { ...old, text: textOf(rest) } : old));
    setChecked(undefined);
    setFillings((count) => count + 1);
  };
  const tryAgain = (people: TypedPerson[]) => {
    setOutcomes((old) => old.filter(({ person }) => !people.includes(person)));
    setOrder((old) => ({ ...old, text: [textOf(people), ...linesOf(old.text)].join('\n') }));
    setFillings((count) => count + 1);
  };
  const nameOf = (id: string) => view.organizations.find(({ organizationId }) => organizationId === id)?.name ?? id;
  return (
    <Stack space="space.300">
      {outcomes.length > 0 && <Results outcomes={outcomes} nameOf={nameOf} onTryAgain={tryAgain} />}
      <OrderForm
        view={view}
        order={order}
        fillings={fillings}
        isMain={!isCurrent}
        onEdit={(change) => setOrder((old) => ({ ...old, ...change }))}
        onChecked={setChecked}
      />
      {isCurrent && (
        <Previews
          view={view}
          quota={quota}
          lines={checked.lines}
          organizationIds={checked.organizationIds}
          onCreated={created}
        />
      )}
    </Stack>
  );
};
