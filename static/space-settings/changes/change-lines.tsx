import { Inline, Text, User } from '@forge/react';

import type { ChangeLine, ChangeView } from '../../../src/shared/groups/changes';
import { DETAILS } from '../../../src/shared/words/details';
import { PERSON_CHANGE } from '../../../src/shared/words/people-tab';
import { callSpaceSettings } from '../../api';
import { Details } from '../../feedback/details';
import { Section } from '../../feedback/section';
import { useInstant } from '../../hooks/use-instant';
import { lineText } from './line-text';
import { ResultFile } from './result-file';

const KINDS = ['changed', 'notChanged', 'unknown'] as const;

/** Shows on request what happens to each person of a change, or what happened. */
export function ChangeLines({ change }: { change: ChangeView }) {
  const { changeId, person, state } = change;
  return (
    <Section title={DETAILS.title}>
      <Details
        isPlan={state === 'planned'}
        kinds={KINDS}
        read={(page) => callSpaceSettings('readChangeLines', { changeId, ...page })}
      >
        {(line) => <Line key={`${line.groupId} ${line.accountId}`} line={line} namesGroup={person !== undefined} />}
      </Details>
      <ResultFile change={change} />
    </Section>
  );
}

function Line({ line, namesGroup }: { line: ChangeLine; namesGroup: boolean }) {
  const instant = useInstant();
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      {namesGroup ? (
        <Text weight="bold">{line.groupName ?? PERSON_CHANGE.lostGroup}</Text>
      ) : (
        <User accountId={line.accountId} />
      )}
      <Text>{lineText(line, instant)}</Text>
    </Inline>
  );
}
