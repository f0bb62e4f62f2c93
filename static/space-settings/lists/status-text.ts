import { FINDING, FOUND_PEOPLE } from '../../../src/shared/words/bring-list';
import { say } from '../../../src/shared/words/format';
import { unsettled } from './decisions';
import type { BroughtList } from './use-list';

/** Says how far the people of a list are looked up, or for how many of them there is something to plan. */
export function statusText({ list, isFound, finding, sorted, decisions }: BroughtList, people: number): string {
  if (list === undefined) return '';
  const total = list.lines.length;
  if (isFound) {
    const left = unsettled(sorted, decisions) + list.problems.length;
    return say(FOUND_PEOPLE.status, { n: people, left });
  }
  return finding.busy
    ? say(FINDING.progress, { done: finding.done.length, total })
    : say(FINDING.ended, { left: finding.left.length, total });
}
