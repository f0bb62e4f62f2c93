import { HelperMessage, Stack } from '@forge/react';
import { useEffect, useRef } from 'react';

import type { ResolvedGroups } from '../../../src/shared/groups/takeovers';
import { MAX_GROUPS } from '../../../src/shared/limits';
import type { Result } from '../../../src/shared/result';
import { say } from '../../../src/shared/words/format';
import { LINE_PROBLEMS, SEARCHING, TAKE_OVER } from '../../../src/shared/words/take-over';
import { callGlobalSettings } from '../../api';
import { BatchProgress } from '../../feedback/batch-progress';
import { EndedEarly } from '../../feedback/ended-early';
import type { Done, Meaning } from '../../hooks/batches';
import { useBatches } from '../../hooks/use-batches';
import { withFound, type DraftGroup } from './draft';
import type { GroupList, LineProblem, ListedGroup } from './read-groups';

type Resolved = ResolvedGroups['lines'][number];

interface Props {
  list: GroupList;
  onEnd: (groups: DraftGroup[], problems: LineProblem[]) => void;
  onBack: () => void;
}

/** Looks up the groups and spaces of a list, 25 lines at a time, and shows how far that has come. */
export function Naming({ list, onEnd, onBack }: Props) {
  const finding = useBatches<ListedGroup, Resolved>(MAX_GROUPS, meaningOf);
  const { busy, done, left, ended } = finding;
  const start = useRef(() => finding.start(list.groups, resolve));
  useEffect(() => start.current(), []);
  const isFound = !busy && ended === undefined && done.length > 0;
  const end = useRef(onEnd);
  useEffect(() => {
    if (isFound) end.current(groupsIn(done), [...list.problems, ...problemsIn(done)].toSorted(byLine));
  }, [isFound, done, list]);
  const total = done.length + left.length;
  return (
    <Stack space="space.100">
      {ended === undefined ? (
        <BatchProgress
          label={SEARCHING.label}
          done={done.length}
          total={total}
          stopping={finding.stopping}
          takesFocus
          onStop={onBack}
        />
      ) : (
        <EndedEarly
          ended={ended}
          title={say(SEARCHING.endedEarly, { left: left.length, total })}
          text={SEARCHING.tooManyRequests}
          goOnLabel={SEARCHING.goOn}
          backLabel={TAKE_OVER.startOver}
          onGoOn={finding.resume}
          onBack={onBack}
        />
      )}
      <HelperMessage>{say(SEARCHING.listed, { done: done.length, total })}</HelperMessage>
    </Stack>
  );
}

async function resolve(lines: ListedGroup[]): Promise<Result<Resolved[]>> {
  const answer = await callGlobalSettings('resolveTakeover', { lines });
  return answer.ok ? { ok: true, value: answer.value.lines } : answer;
}

function meaningOf({ is }: Resolved): Meaning {
  return is === 'notLookedUp' ? 'again' : 'done';
}

function groupsIn(done: readonly Done<ListedGroup, Resolved>[]): DraftGroup[] {
  return withFound(
    [],
    done.flatMap(({ outcome }) => (outcome.is === 'found' ? [outcome.group] : [])),
  );
}

function problemsIn(done: readonly Done<ListedGroup, Resolved>[]): LineProblem[] {
  return done.flatMap(({ item: { line, group }, outcome }) =>
    outcome.is === 'none' || outcome.is === 'tooMany'
      ? [{ line, problem: say(LINE_PROBLEMS[outcome.is], { group }) }]
      : [],
  );
}

function byLine(one: LineProblem, other: LineProblem): number {
  return one.line - other.line;
}
