import { useState } from 'react';

import type { LineVerdict, ResolvedPeople } from '../../../src/shared/groups/lists';
import type { AccountId } from '../../../src/shared/ids';
import { MAX_PEOPLE } from '../../../src/shared/limits';
import type { Result } from '../../../src/shared/result';
import { callSpaceSettings } from '../../api';
import type { Meaning } from '../../hooks/batches';
import { useBatches } from '../../hooks/use-batches';
import { askedChanges, sortLines, UNDECIDED, type Decisions } from './decisions';
import type { ListedLine, ListForGroup } from './list-lines';

/** The verdict on one line. `isLate`: it wasn't looked up yet, and can be sent again. */
type Answered = LineVerdict & { isLate?: true };

/** Holds a list from its text to the changes that it asks for: its people are looked up, 25 a call, and a person decides on those who aren't certain. */
export function useList<List extends ListForGroup = ListForGroup>() {
  const [list, setList] = useState<List>();
  const [decisions, setDecisions] = useState<Decisions>(UNDECIDED);
  const [emails, setEmails] = useState<ResolvedPeople['emails']>();
  const finding = useBatches<ListedLine, Answered>(MAX_PEOPLE, meaningOf);
  const sorted = sortLines(finding.done);
  async function resolve(lines: ListedLine[]): Promise<Result<Answered[]>> {
    const answer = await callSpaceSettings('resolvePeople', {
      people: lines.map(({ number, text, kind }) => ({ line: number, text, kind })),
    });
    if (!answer.ok) return answer;
    if (answer.value.emails !== undefined) setEmails(answer.value.emails);
    return { ok: true, value: verdictsOf(answer.value) };
  }
  return {
    list,
    finding,
    /** Everybody was looked up. */
    isFound: list !== undefined && !finding.busy && finding.ended === undefined && finding.done.length > 0,
    emails,
    sorted,
    decisions,
    asked: askedChanges(sorted, decisions),
    find: (next: List) => {
      setList(next);
      setDecisions(UNDECIDED);
      setEmails(undefined);
      finding.start(next.lines, resolve);
    },
    confirm: (numbers: readonly number[], isTheirs: boolean) =>
      setDecisions((old) => ({ ...old, confirmed: changed(old.confirmed, numbers, isTheirs) })),
    choose: (number: number, accountId: AccountId | undefined) =>
      setDecisions((old) => ({ ...old, chosen: chosenWith(old.chosen, number, accountId) })),
    goBack: () => {
      setList(undefined);
      finding.reset();
    },
  };
}

/** A list on its way to a plan, whatever it is read for. */
export type BroughtList = Omit<ReturnType<typeof useList>, 'find'>;

function verdictsOf({ people, stoppedBy }: ResolvedPeople): Answered[] {
  return people.map(({ verdict }) =>
    verdict.is === 'notLookedUp' && stoppedBy !== undefined ? { ...verdict, isLate: true } : verdict,
  );
}

function meaningOf({ isLate }: Answered): Meaning {
  return isLate === true ? 'again' : 'done';
}

function changed(confirmed: ReadonlySet<number>, numbers: readonly number[], isTheirs: boolean): ReadonlySet<number> {
  const others = [...confirmed].filter((number) => !numbers.includes(number));
  return new Set(isTheirs ? [...others, ...numbers] : others);
}

function chosenWith(
  chosen: ReadonlyMap<number, AccountId>,
  number: number,
  accountId: AccountId | undefined,
): ReadonlyMap<number, AccountId> {
  const others = [...chosen].filter(([one]) => one !== number);
  return new Map(accountId === undefined ? others : [...others, [number, accountId]]);
}
