import { Button, Heading, Inline, LoadingButton, SectionMessage, Stack, Text, User } from '@forge/react';
import type { ReactNode } from 'react';

import { FOUND_PEOPLE, FINDING } from '../../../src/shared/words/bring-list';
import { say } from '../../../src/shared/words/format';
import { Section } from '../../feedback/section';
import { ChoosePeople } from './choose-people';
import { ConfirmPeople } from './confirm-people';
import { unsettled, type SortedLines } from './decisions';
import { LeftOut } from './left-out';
import { countIn, type ListForGroup } from './list-lines';
import { Paged } from './paged';
import type { BroughtList } from './use-list';

interface Props {
  it: BroughtList;
  list: ListForGroup;
  /** Number of people for whom there is something to plan. */
  people: number;
  /** Counts the lines that name somebody whom another line names for the same group. */
  repeated: number;
  /** Says who is left out for the group that they are listed for, or as they are listed both ways. */
  leftOut: ReactNode;
  /** It goes on already: what comes of it is of this list, so nobody goes back to correct it. */
  busy: boolean;
  /** The words of the button that goes on. */
  nextLabel: string;
  onNext: () => void;
  onBack: () => void;
}

/** Shows whom a list names, asks about those who aren't certain, and goes on with the rest. */
export function FoundPeople({ it, list, people, repeated, leftOut, busy, nextLabel, onNext, onBack }: Props) {
  const { sorted, decisions } = it;
  const open = unsettled(sorted, decisions) + list.problems.length - countIn(list.elsewhere);
  const isBlocked = list.effect === 'wholeGroup' && open > 0;
  return (
    <Stack space="space.200">
      <Stack alignInline="start">
        {/* The button that led here is gone; without this the keyboard would start again at the top of the page. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Button autoFocus isDisabled={busy} onClick={onBack}>
          {FINDING.back}
        </Button>
      </Stack>
      <Heading as="h4" size="small">
        {FOUND_PEOPLE.heading}
      </Heading>
      <Emails emails={it.emails} />
      <Undecided it={it} />
      <Found lines={sorted.found} />
      <LeftOut sorted={sorted} problems={list.problems} />
      {repeated > 0 && <Text color="color.text.subtle">{say(FOUND_PEOPLE.repeated, { n: repeated })}</Text>}
      {leftOut}
      {isBlocked && <Text>{say(FOUND_PEOPLE.unresolved, { n: open })}</Text>}
      {people === 0 && <Text>{FOUND_PEOPLE.nobodyLeft}</Text>}
      {people > 0 && !isBlocked && (
        <Inline space="space.100">
          <LoadingButton appearance="primary" isLoading={busy} onClick={onNext}>
            {nextLabel}
          </LoadingButton>
        </Inline>
      )}
    </Stack>
  );
}

function Undecided({ it: { sorted, decisions, confirm, choose } }: { it: BroughtList }) {
  return (
    <>
      {sorted.confirm.length > 0 && (
        <Section title={say(FOUND_PEOPLE.confirm, { n: sorted.confirm.length })} isOpenAtFirst>
          <ConfirmPeople lines={sorted.confirm} confirmed={decisions.confirmed} onConfirm={confirm} />
        </Section>
      )}
      {sorted.choose.length > 0 && (
        <Section title={say(FOUND_PEOPLE.choose, { n: sorted.choose.length })} isOpenAtFirst>
          <ChoosePeople lines={sorted.choose} chosen={decisions.chosen} onChoose={choose} />
        </Section>
      )}
    </>
  );
}

function Found({ lines }: { lines: SortedLines['found'] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={say(FOUND_PEOPLE.found, { n: lines.length })}>
      <Paged items={lines}>
        {(page) =>
          page.map(({ item, outcome }) => (
            <Inline key={item.number} space="space.100" alignBlock="center" shouldWrap>
              <Text>{say(FOUND_PEOPLE.line, item)}</Text>
              <User accountId={outcome.accountId} />
            </Inline>
          ))
        }
      </Paged>
    </Section>
  );
}

function Emails({ emails }: { emails: BroughtList['emails'] }) {
  return emails === undefined || emails === 'lookedUp' ? null : (
    <SectionMessage appearance="warning">
      <Text>{FOUND_PEOPLE[emails]}</Text>
    </SectionMessage>
  );
}
