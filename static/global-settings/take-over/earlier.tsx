import { Button, Inline, Stack, Text, User } from '@forge/react';

import { CLOSED_ACCOUNT } from '../../../src/shared/broker/closed-account';
import type { TakeoverPage, TakeoverRow } from '../../../src/shared/groups/takeovers';
import { STATES } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { TAKING } from '../../../src/shared/words/take-over';
import { FailureMessage } from '../../feedback/failure-message';
import { Pager } from '../../feedback/pager';
import { Section } from '../../feedback/section';
import { useInstant } from '../../hooks/use-instant';
import type { Pages } from '../../hooks/use-pages';
import { titleOf } from './takeover-text';

interface Props {
  pages: Pages<TakeoverPage, string>;
  onOpen: (changeId: string) => void;
}

/** Lists the plans and takeovers of the last 30 days, newest first. Shows nothing if there is none. */
export function Earlier({ pages, onOpen }: Props) {
  const { value, failure, reload, depth } = pages;
  if (failure !== undefined) return <FailureMessage failure={failure} onRetry={reload} onReload={reload} />;
  if (value === undefined || (value.takeovers.length === 0 && depth === 0)) return null;
  const { takeovers, next } = value;
  return (
    <Section title={TAKING.earlier}>
      <Stack space="space.100">
        {takeovers.map((takeover) => (
          <Row key={takeover.changeId} takeover={takeover} onOpen={() => onOpen(takeover.changeId)} />
        ))}
        <Pager
          previousLabel={TAKING.newer}
          nextLabel={TAKING.older}
          onPrevious={depth > 0 ? pages.goBack : undefined}
          onNext={next === undefined ? undefined : () => pages.goTo(next)}
        />
      </Stack>
    </Section>
  );
}

function Row({ takeover, onOpen }: { takeover: TakeoverRow; onOpen: () => void }) {
  const instant = useInstant();
  const { by, state, createdAt } = takeover;
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Button spacing="compact" onClick={onOpen}>
        {say(TAKING.open, { title: titleOf(takeover), when: instant(createdAt) })}
      </Button>
      <Text>{STATES[state]}</Text>
      {by === CLOSED_ACCOUNT || by === 'app' ? <Text>{GROUPS_TAB.closedAccount}</Text> : <User accountId={by} />}
    </Inline>
  );
}
