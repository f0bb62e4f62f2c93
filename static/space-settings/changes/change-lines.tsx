import { Inline, Stack, Text, User } from '@forge/react';

import type { ChangeLines as ChangeLinesPage, ChangeView } from '../../../src/shared/groups/changes';
import { LINES } from '../../../src/shared/words/changes';
import { PERSON_CHANGE } from '../../../src/shared/words/people-tab';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { Pager } from '../../feedback/pager';
import { Section } from '../../feedback/section';
import { useInstant } from '../../hooks/use-instant';
import { usePages } from '../../hooks/use-pages';
import { lineText } from './line-text';
import { ResultFile } from './result-file';

/** Shows on request what happens to each person of a change, or what happened. */
export function ChangeLines({ change }: { change: ChangeView }) {
  return (
    <Section title={LINES.details}>
      <Lines change={change} />
      <ResultFile change={change} />
    </Section>
  );
}

function Lines({ change: { changeId, person } }: { change: ChangeView }) {
  const pages = usePages<ChangeLinesPage, number>((after) =>
    callSpaceSettings('readChangeLines', { changeId, ...(after !== undefined && { after }) }),
  );
  const { value, failure, reload } = pages;
  const instant = useInstant();
  if (failure !== undefined) return <FailureMessage failure={failure} onRetry={reload} onReload={reload} />;
  if (value === undefined) return <Loading label={LINES.reading} />;
  const { lines, next } = value;
  return (
    <Stack space="space.100">
      {lines.length === 0 && <Text>{LINES.none}</Text>}
      {lines.map((line) => (
        <Inline key={`${line.groupId} ${line.accountId}`} space="space.100" alignBlock="center" shouldWrap>
          {person === undefined ? (
            <User accountId={line.accountId} />
          ) : (
            <Text weight="bold">{line.groupName ?? PERSON_CHANGE.lostGroup}</Text>
          )}
          <Text>{lineText(line, instant)}</Text>
        </Inline>
      ))}
      <Pager
        previousLabel={LINES.previous}
        nextLabel={LINES.next}
        onPrevious={pages.depth > 0 ? pages.goBack : undefined}
        onNext={next === undefined ? undefined : () => pages.goTo(next)}
      />
    </Stack>
  );
}
