import { LoadingButton, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { CustomerPreview } from '../../src/shared/customer-results';
import type { CustomersView, OrganizationList } from '../../src/shared/customer-views';
import type { OrganizationId } from '../../src/shared/ids';
import { MAX_CUSTOMERS, MAX_ORGANIZATIONS } from '../../src/shared/limits';
import { callCustomers } from '../api';
import { FailureMessage } from '../components/error-message';
import { isShownAtFields, problemOf } from '../components/field-problem';
import { LinesField } from '../components/lines-field';
import { OrganizationSelect } from '../components/organization-select';
import { useAction } from '../use-action';
import { useLatest } from '../use-latest';
import { useOrganizations } from '../use-organizations';
import { parsePeople, peopleProblem, sentPerson, textOf } from './parse-people';
import type { TypedPerson } from './parse-people';
import type { CheckedLine } from './previews';

/** What is typed and chosen. */
export interface Order {
  /** One person a line. */
  text: string;
  organizationIds: OrganizationId[];
}

/** What was checked, and what came of it. It holds for what is typed only while that is the same. */
export interface Checked extends Order {
  lines: CheckedLine[];
}

interface Props {
  view: CustomersView;
  order: Order;
  /** How often lines were put back into the field. */
  fillings: number;
  /** Checking is the next thing to do. */
  isMain: boolean;
  onEdit: (change: Partial<Order>) => void;
  onChecked: (checked: Checked) => void;
}

const HELP = `One person a line, up to ${String(MAX_CUSTOMERS)}, written as “jane@example.com”, “jane@example.com, Jane Doe” or “Jane Doe <jane@example.com>”. Cells of a spreadsheet can be pasted too.`;
const SHOWN = ['people', 'organizationIds'];

const organizationsProblem = ({ organizationIds }: Order): string | undefined =>
  organizationIds.length > MAX_ORGANIZATIONS ? `Choose at most ${String(MAX_ORGANIZATIONS)} organizations.` : undefined;

const organizationsOf = ({ organizations, nextOrganizations }: CustomersView): OrganizationList => ({
  organizations,
  ...(nextOrganizations === undefined ? {} : { nextStart: nextOrganizations }),
});

const linesFor = (people: readonly TypedPerson[], previews: readonly CustomerPreview[]): CheckedLine[] =>
  people.flatMap((person, index) => {
    const preview = previews[index];
    return preview === undefined ? [] : [{ person, preview }];
  });

/** Who is to become a customer, and of which organizations; checks it without changing anything. */
export const OrderForm = ({ view, order, fillings, isMain, onEdit, onChecked }: Props) => {
  const [problems, setProblems] = useState<{ people?: string | undefined; organizationIds?: string | undefined }>({});
  const action = useAction();
  const organizations = useOrganizations(organizationsOf(view), (start) =>
    callCustomers('listOrganizations', { start }),
  );
  const { failure } = action;
  const edit = (change: Partial<Order>) => {
    onEdit(change);
    setProblems({});
    if (failure !== undefined) action.forget();
  };
  const check = useLatest(() => {
    const people = parsePeople(order.text);
    const found = { people: peopleProblem(people), organizationIds: organizationsProblem(order) };
    // Its lines are then numbered as those that are sent.
    const text = textOf(people);
    const { organizationIds } = order;
    onEdit({ text });
    setProblems(found);
    if (found.people !== undefined || found.organizationIds !== undefined) return;
    action.run(
      () => callCustomers('previewCustomers', { people: people.map(sentPerson), organizationIds }),
      ({ people: previews }) => onChecked({ text, organizationIds, lines: linesFor(people, previews) }),
    );
  });
  return (
    <Stack space="space.200">
      <LinesField
        key={fillings}
        id="customers-people"
        name="people"
        label="People"
        help={HELP}
        rows={6}
        value={order.text}
        problem={problems.people ?? problemOf(failure, 'people')}
        takesFocus={fillings > 0}
        onChange={(text) => edit({ text })}
      />
      {view.organizations.length === 0 ? (
        <Text>
          There are no organizations to choose from: the rules of this service project allow none, or it has none.
        </Text>
      ) : (
        <OrganizationSelect
          id="customers-organizations"
          label="Organizations (optional)"
          help={`Everybody above is added to each of them, up to ${String(MAX_ORGANIZATIONS)}.`}
          organizations={organizations}
          chosen={order.organizationIds}
          problem={problems.organizationIds ?? problemOf(failure, 'organizationIds')}
          onChange={(organizationIds) => edit({ organizationIds })}
        />
      )}
      {failure !== undefined && !isShownAtFields(failure, SHOWN) && (
        <FailureMessage failure={failure} onRetry={check} onReload={check} />
      )}
      <Stack alignInline="start" space="space.100">
        <LoadingButton appearance={isMain ? 'primary' : 'default'} isLoading={action.busy} onClick={check}>
          Check
        </LoadingButton>
        <Text color="color.text.subtle">Checking changes nothing: it says for each person what will happen.</Text>
      </Stack>
    </Stack>
  );
};
