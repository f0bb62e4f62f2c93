import { Button, Heading, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { CustomerPreview } from '../../src/shared/customer-results';
import type { CustomersResult, CustomersView } from '../../src/shared/customer-views';
import type { OrganizationId } from '../../src/shared/ids';
import { callCustomers } from '../api';
import { ConfirmDialog } from '../components/confirm-dialog';
import { useAction } from '../use-action';
import { confirmTitle, orderTexts, whereText } from './order-text';
import { sentPerson } from './parse-people';
import type { TypedPerson } from './parse-people';
import { PersonLine } from './person-line';
import { mayGo, previewWords } from './preview-text';

/** One line, and what would happen to it. */
export interface CheckedLine {
  person: TypedPerson;
  preview: CustomerPreview;
}

interface Props {
  view: CustomersView;
  quota: CustomersView['quota'];
  lines: readonly CheckedLine[];
  organizationIds: OrganizationId[];
  onCreated: (people: TypedPerson[], result: CustomersResult) => void;
}

const organizationNames = ({ organizations }: CustomersView, ids: readonly OrganizationId[]): string[] =>
  organizations.filter(({ organizationId }) => ids.includes(organizationId)).map(({ name }) => name);

/** Says before the action what it would do to each line, and asks before it is done. */
export const Previews = ({ view, quota, lines, organizationIds, onCreated }: Props) => {
  const [asking, setAsking] = useState(false);
  const action = useAction();
  const people = lines.filter(({ preview }) => mayGo(preview)).map(({ person }) => person);
  const organizations = organizationNames(view, organizationIds);
  const create = () =>
    action.run(
      () => callCustomers('createCustomers', { people: people.map(sentPerson), organizationIds }),
      (result) => onCreated(people, result),
    );
  return (
    <Stack space="space.150" alignInline="start">
      <Heading as="h3" size="small">
        What will happen
      </Heading>
      {lines.map(({ person, preview }) => {
        const { label, appearance, text } = previewWords(preview);
        return <PersonLine key={person.line} person={person} label={label} appearance={appearance} texts={[text]} />;
      })}
      {people.length === 0 ? (
        <Text>
          None of these people can be added. Correct the lines and check again, or ask for help as named above.
        </Text>
      ) : (
        <Stack space="space.150" alignInline="start">
          <Text>{whereText(view, organizations)}</Text>
          <Button appearance="primary" onClick={() => setAsking(true)}>
            Create and add
          </Button>
        </Stack>
      )}
      {asking && (
        <ConfirmDialog
          title={confirmTitle(lines)}
          confirmLabel="Create and add"
          action={action}
          onConfirm={create}
          onCancel={() => setAsking(false)}
        >
          {orderTexts(view, quota, lines, organizations).map((text) => (
            <Text key={text}>{text}</Text>
          ))}
        </ConfirmDialog>
      )}
    </Stack>
  );
};
