import { Checkbox, Heading, SectionMessage, Stack, Text } from '@forge/react';

import type { CustomersView, DayQuota } from '../../src/shared/customers/views';
import type { AccountId } from '../../src/shared/ids';
import { say } from '../../src/shared/words/format';
import { PREVIEW } from '../../src/shared/words/queue-page';
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
  /** Jira doesn't let this agent add anybody to them. */
  organizationsRefused: boolean;
  /** Records the agent's word on whether an account is the person's. */
  onConfirm: (accountId: AccountId, isTheirs: boolean) => void;
}

/** Says before the button what it would do to each line: what needs attention comes first. */
export function Preview({ view, quota, order, entries, organizations, organizationsRefused, onConfirm }: Props) {
  const instant = useInstant();
  const merged = mergedText(order.people);
  const shortage = shortageText(entries, quota, instant(quota.resetsAt));
  const counts = countFates(entries);
  return (
    <Stack space="space.150">
      <Heading as="h3" size="small">
        {PREVIEW.title}
      </Heading>
      {merged !== undefined && <Text>{merged}</Text>}
      {shortage !== undefined && (
        <SectionMessage appearance="warning" title={shortage.title}>
          <Text>{shortage.text}</Text>
        </SectionMessage>
      )}
      {organizationsRefused && (
        <SectionMessage appearance="warning" title={PREVIEW.organizationsRefusedTitle}>
          <Text>{PREVIEW.organizationsRefused}</Text>
        </SectionMessage>
      )}
      <Folded>{[...faultLines(order), ...personLines(entries, onConfirm)]}</Folded>
      {counts.new + counts.added === 0 ? (
        <Text>{PREVIEW.nobody}</Text>
      ) : (
        <Text>
          {[
            whereText(view, organizationsRefused ? [] : organizations),
            ...(counts.new > 0 ? [PREVIEW.final] : []),
            ...(counts.left + faultyLines(order.list).length > 0 ? [PREVIEW.leftInList] : []),
          ].join(' ')}
        </Text>
      )}
    </Stack>
  );
}

function faultLines({ list }: Order) {
  return faultyLines(list).map(({ line, fault }) => (
    <PersonLine
      key={`line-${String(line)}`}
      who={say(PREVIEW.line, { line })}
      label={PREVIEW.lineNotUnderstood}
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
    const note = nameNotTaken === true && name === undefined ? [PREVIEW.nameNotTaken] : [];
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
            label={say(PREVIEW.belongs, { tail: accountTail(outcome.accountId), email })}
            isChecked={outcome.confirmed === true}
            onChange={() => onConfirm(outcome.accountId, outcome.confirmed !== true)}
          />
        )}
      </PersonLine>
    );
  });
}
