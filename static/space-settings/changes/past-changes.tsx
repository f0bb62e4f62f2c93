import { Button, Inline, Stack, Text, User } from '@forge/react';

import { CLOSED_ACCOUNT } from '../../../src/shared/broker/closed-account';
import type { ChangePage, ChangeRow } from '../../../src/shared/groups/changes';
import { MORE, STATES } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import { FailureMessage } from '../../feedback/failure-message';
import { Pager } from '../../feedback/pager';
import { Section } from '../../feedback/section';
import { useInstant } from '../../hooks/use-instant';
import type { Pages } from '../../hooks/use-pages';
import { titleOf } from './change-text';

interface Props {
  pages: Pages<ChangePage, string>;
  onOpen: (changeId: string) => void;
}

/** Lists the changes of a space, newest first. Shows nothing if there is none. */
export function PastChanges({ pages, onOpen }: Props) {
  const { value, failure, reload, depth, goBack, goTo } = pages;
  if (failure !== undefined) return <FailureMessage failure={failure} onRetry={reload} onReload={reload} />;
  if (value === undefined || (value.changes.length === 0 && depth === 0)) return null;
  const { changes, next } = value;
  return (
    <Section title={MORE.lists}>
      <Stack space="space.100">
        {changes.map((change) => (
          <Row key={change.changeId} change={change} onOpen={() => onOpen(change.changeId)} />
        ))}
        <Pager
          previousLabel={MORE.newer}
          nextLabel={MORE.older}
          onPrevious={depth > 0 ? goBack : undefined}
          onNext={next === undefined ? undefined : () => goTo(next)}
        />
      </Stack>
    </Section>
  );
}

function Row({ change, onOpen }: { change: ChangeRow; onOpen: () => void }) {
  const instant = useInstant();
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Button appearance="subtle" spacing="compact" onClick={onOpen}>
        {say(MORE.open, { title: titleOf(change), when: instant(change.createdAt) })}
      </Button>
      <Text>{STATES[change.state]}</Text>
      <Author by={change.by} />
    </Inline>
  );
}

function Author({ by }: Pick<ChangeRow, 'by'>) {
  if (by === 'app') return null;
  return by === CLOSED_ACCOUNT ? <Text>{SPACE_PAGE.closedAccount}</Text> : <User accountId={by} />;
}
