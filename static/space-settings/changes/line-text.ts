import type { AuditCode } from '../../../src/shared/broker/audit';
import type { ChangeLine, LineOutcome } from '../../../src/shared/groups/changes';
import { LINES } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { reasonText } from '../../audit/code-text';

/** Says what happens to one person of a change, or what happened. */
export function lineText(line: ChangeLine, instant: (at: string) => string): string {
  return line.verdict === 'willChange' && line.outcome !== undefined
    ? outcomeText(line, line.outcome, instant)
    : verdictText(line);
}

function verdictText(line: ChangeLine): string {
  const isAdded = line.operation === 'addMember';
  switch (line.verdict) {
    case 'willChange':
      return isAdded ? LINES.willAdd : LINES.willRemove;
    case 'nothingToDo':
      return isAdded ? LINES.isMember : LINES.isNone;
    case 'notAllowed':
      return say(LINES.notAllowed, { why: whyText(line) });
    case 'choose':
      return LINES.choose;
  }
}

function outcomeText(line: ChangeLine, outcome: LineOutcome, instant: (at: string) => string): string {
  const isAdded = line.operation === 'addMember';
  switch (outcome) {
    case 'succeeded':
      return isAdded ? LINES.added : LINES.removed;
    case 'unchanged':
      return isAdded ? LINES.wasMember : LINES.wasNone;
    case 'refused':
      return say(LINES.notAllowed, { why: whyText(line) });
    case 'failed':
      return say(LINES.failed, { why: whyText(line) });
    case 'unknown':
      return line.foundAt === undefined ? LINES.unknown : say(LINES.unknownAt, { when: instant(line.foundAt) });
    case 'left':
    case 'notTried':
      return LINES.notTried;
  }
}

function whyText({ reason, code, operation }: ChangeLine): string {
  const why = reason ?? code;
  // A later version may have stored a code that this one doesn't know: the sentence says so.
  return why === undefined ? '' : reasonText(why as AuditCode, operation);
}
