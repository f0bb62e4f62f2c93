import { patternProblems } from '../../../src/shared/groups/group-pattern';
import type { ProvingOperation } from '../../../src/shared/groups/proving-operation';
import type { RulesView } from '../../../src/shared/groups/views';
import { linesOf } from '../../fields/lines-field';
import { numberProblem } from '../../fields/number-field';

/** The rules as they stand in the fields, typed but not saved. */
export interface RulesDraft {
  prefix: string;
  suffix: string;
  /** One name a line. */
  blockList: string;
  personalSpaces: boolean;
  maximum: string;
  supportReaders: string[];
  provingOperation: ProvingOperation;
}

/** The names of the fields in the payload. */
export const FIELDS = {
  prefix: 'rules.pattern.prefix',
  suffix: 'rules.pattern.suffix',
  blockList: 'rules.blockList',
  maximum: 'rules.maxPeoplePerOperation',
  supportReaders: 'rules.supportReaders',
  provingOperation: 'rules.provingOperation',
} as const;

export type RulesProblems = Partial<Record<keyof typeof FIELDS, string>>;

export function draftOf({ rules }: RulesView): RulesDraft {
  return {
    ...rules.pattern,
    blockList: rules.blockList.join('\n'),
    personalSpaces: rules.personalSpaces,
    maximum: String(rules.maxPeoplePerOperation),
    supportReaders: rules.supportReaders,
    provingOperation: rules.provingOperation,
  };
}

/** Finds what can be seen to be wrong before anything is sent. */
export function problemsOf({ prefix, suffix, maximum }: RulesDraft): RulesProblems {
  const ofMaximum = numberProblem(maximum);
  return {
    ...Object.fromEntries(patternProblems({ prefix, suffix }).map(({ field, message }) => [field, message])),
    ...(ofMaximum === undefined ? {} : { maximum: ofMaximum }),
  };
}

/** Returns the same draft with its lines numbered as they're sent, so that a problem is shown at the right one. */
export function withoutEmptyLines(draft: RulesDraft): RulesDraft {
  return {
    ...draft,
    blockList: linesOf(draft.blockList).join('\n'),
  };
}

/** Returns the rules to send. */
export function rulesOf(draft: RulesDraft) {
  return {
    pattern: { prefix: draft.prefix, suffix: draft.suffix },
    blockList: linesOf(draft.blockList),
    personalSpaces: draft.personalSpaces,
    maxPeoplePerOperation: Number(draft.maximum),
    supportReaders: draft.supportReaders,
    provingOperation: draft.provingOperation,
  };
}
