import { patternProblems } from '../../src/shared/group-pattern';
import type { ProvingOperation } from '../../src/shared/proving-operation';
import type { RulesView } from '../../src/shared/views';

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

export const draftOf = ({ rules }: RulesView): RulesDraft => ({
  ...rules.pattern,
  blockList: rules.blockList.join('\n'),
  personalSpaces: rules.personalSpaces,
  maximum: String(rules.maxPeoplePerOperation),
  supportReaders: rules.supportReaders,
  provingOperation: rules.provingOperation,
});

/** What can be seen to be wrong before anything is sent. */
export const problemsOf = ({ prefix, suffix, maximum }: RulesDraft): RulesProblems => ({
  ...Object.fromEntries(patternProblems({ prefix, suffix }).map(({ field, message }) => [field, message])),
  ...(/^\d{1,4}$/.test(maximum.trim()) ? {} : { maximum: 'Enter a whole number.' }),
});

/** The names on the block list. Empty lines are no names. */
const blockedNames = ({ blockList }: RulesDraft): string[] =>
  blockList
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The same draft, its lines numbered as those that are sent, so that a problem is shown at the right one. */
export const withoutEmptyLines = (draft: RulesDraft): RulesDraft => ({
  ...draft,
  blockList: blockedNames(draft).join('\n'),
});

/** What is sent. */
export const rulesOf = (draft: RulesDraft) => ({
  pattern: { prefix: draft.prefix, suffix: draft.suffix },
  blockList: blockedNames(draft),
  personalSpaces: draft.personalSpaces,
  maxPeoplePerOperation: Number(draft.maximum),
  supportReaders: draft.supportReaders,
  provingOperation: draft.provingOperation,
});
