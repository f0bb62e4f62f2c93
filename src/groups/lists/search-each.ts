import { failureOf } from '../../broker/errors';
import { failureIn } from '../../broker/failure-in';
import { demandTime } from '../../broker/runs/know';
import { fiveAtATime } from '../../broker/side-by-side';
import type { ListedPerson, ResolvedPeople } from '../../shared/groups/lists';
import type { ApiError, ErrorCode } from '../../shared/result';
import type { GroupPorts } from '../ports';
import type { Candidates } from './verdict-on';

/** A line of a list, and what it names somebody by. */
export type Line = Pick<ListedPerson, 'line' | 'text'>;

/** The people or groups that were found, by line. Lines that weren't looked up are missing; `stoppedBy` says why. */
export interface Searched<Found = Candidates> {
  found: ReadonlyMap<number, Found>;
  stoppedBy?: ResolvedPeople['stoppedBy'];
}

/** Failures after which no other search is begun: Atlassian puts them off, it's unavailable, or time is short. */
const CONCERN_ALL: ReadonlySet<ErrorCode> = new Set(['RATE_LIMITED', 'UPSTREAM_UNAVAILABLE']);

/**
 * Makes one search for each line, five at a time.
 *
 * A line whose search fails isn't looked up. Once Atlassian puts searches off or is unavailable, or time is short, no other is begun.
 */
export async function searchEach<Found>(
  ports: GroupPorts,
  lines: readonly Line[],
  search: (text: string) => Promise<Found>,
): Promise<Searched<Found>> {
  const found = new Map<number, Found>();
  const failures: ApiError[] = [];
  for (const few of fiveAtATime(lines)) {
    const thrown = await Promise.all(
      few.map(({ line, text }) =>
        failureIn(async () => {
          demandTime(ports);
          found.set(line, await search(text));
        }),
      ),
    );
    failures.push(...thrown.flatMap((one) => failureOf(one) ?? []));
    if (failures.some(({ code }) => CONCERN_ALL.has(code))) break;
  }
  const [failure] = failures;
  return { found, ...(failure && { stoppedBy: stopOf(failure) }) };
}

/** Returns why lines weren't looked up. */
export function stopOf(failure: ApiError): NonNullable<ResolvedPeople['stoppedBy']> {
  const { code } = failure;
  return code === 'RATE_LIMITED' ? { code, retryAfterSeconds: failure.retryAfterSeconds } : { code };
}
