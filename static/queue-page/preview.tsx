import { Checkbox, Heading, SectionMessage, Stack, Text } from '@forge/react';

import type { CustomersView, DayQuota } from '../../src/shared/customers/views';
import type { AccountId } from '../../src/shared/ids';
import { Folded } from '../feedback/folded';
import { useInstant } from '../hooks/use-instant';
import { faultText } from '../people-list/fault';
import { accountTail } from './account-tail';
import { countFates, faultyLines, type Entry, type Order } from './order';
import { mergedText, shortageText, whereText } from './order-text';
import { PersonLine } from './person-line';
import { previewWords } from './preview-text';

interface Props {
  view: CustomersView;
  quota: DayQuota;
  order: Order;
  entries: readonly Entry[];
  /** The names of those chosen. */
  organizations: readonly string[];
  /** Jira won't let this agent add anybody to them. */
  organizationsRefused: boolean;
  /** The agent says whether an account is the person's. */
  onConfirm: (accountId: AccountId, isTheirs: boolean) => void;
}

const NAME_NOT_TAKEN =
  'Name not taken: what stands beside the address may not be one. To give it, write “Jane Doe <jane@example.com>”.';

/** Says before the button what it would do to each line: what needs attention comes first. */
export function Preview({ view, quota, order, entries, organizations, organizationsRefused, onConfirm }: Props) {
  const instant = useInstant();
  const merged = mergedText(order.people);
  const shortage = shortageText(entries, quota, instant(quota.resetsAt));
  const counts = countFates(entries);
  return (
    <Stack space="space.150">
      <Heading as="h3" size="small">
        What will happen
      </Heading>
      {merged !== undefined && <Text>{merged}</Text>}
      {shortage !== undefined && (
        <SectionMessage appearance="warning" title={shortage.title}>
          <Text>{shortage.text}</Text>
        </SectionMessage>
      )}
      {organizationsRefused && (
        <SectionMessage appearance="warning" title="You can’t add people to organizations">
          <Text>
            Only Jira administrators manage organizations on this site. These people won’t be added to the organizations
            that you chose. Ask a Jira administrator to add them, or to allow agents to manage organizations.
          </Text>
        </SectionMessage>
      )}
      <Folded>{[...faultLines(order), ...personLines(entries, onConfirm)]}</Folded>
      {counts.new + counts.added === 0 ? (
        <Text>
          None of these people can be added. Correct the lines and check again, or ask for help as named above.
        </Text>
      ) : (
        <Text>
          {[
            whereText(view, organizationsRefused ? [] : organizations),
            ...(counts.new > 0 ? ['This app can’t delete an account.'] : []),
            ...(counts.left + faultyLines(order.list).length > 0 ? ['What’s left out stays in the list.'] : []),
          ].join(' ')}
        </Text>
      )}
    </Stack>
  );
}

function faultLines({ list }: Order) {
  return faultyLines(list).map(({ line, fault }) => (
    <PersonLine
      key={`line ${String(line)}`}
      who={`Line ${String(line)}`}
      label="Not understood"
      appearance="removed"
      texts={[faultText(fault)]}
    />
  ));
}

function personLines(entries: readonly Entry[], onConfirm: Props['onConfirm']) {
  // A line stays where it is when it's confirmed.
  function isLeft({ outcome }: Entry) {
    return outcome.outcome === 'namedByAddress' || previewWords(outcome).fate === 'left';
  }
  const ordered = [...entries.filter(isLeft), ...entries.filter((entry) => !isLeft(entry))];
  return ordered.map(({ item: { email, name, nameNotTaken }, outcome }) => {
    const { label, appearance, text } = previewWords(outcome);
    const note = nameNotTaken === true && name === undefined ? [NAME_NOT_TAKEN] : [];
    return (
      <PersonLine
        key={email}
        who={email}
        name={name}
        label={label}
        appearance={appearance}
        texts={[...(text === undefined ? [] : [text]), ...note]}
      >
        {outcome.outcome === 'namedByAddress' && (
          <Checkbox
            name={`confirm-${outcome.accountId}`}
            label={`Account …${accountTail(outcome.accountId)} belongs to ${email}. It takes one of today’s new accounts, because Jira is asked to create it first.`}
            isChecked={outcome.confirmed === true}
            onChange={() => onConfirm(outcome.accountId, outcome.confirmed !== true)}
          />
        )}
      </PersonLine>
    );
  });
}
