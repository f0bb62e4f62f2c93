import { patternProblems } from '../../../src/shared/groups/group-pattern';
import type { ProvingOperation } from '../../../src/shared/groups/proving-operation';
import type { RulesView, SpaceRow } from '../../../src/shared/groups/views';
import type { Where } from '../../../src/shared/groups/where';
import { GLOBAL_PAGE } from '../../../src/shared/words/global-settings';
import { linesOf } from '../../fields/lines-field';
import { numberProblem } from '../../fields/number-field';

/** The rules as they stand in the fields, typed but not saved. */
export interface RulesDraft {
  prefix: string;
  suffix: string;
  /** One name a line. */
  blockList: string;
  personalSpaces: boolean;
  spaces: Where['spaces'];
  /** Kept while another choice is tried. */
  namedSpaces: SpaceRow[];
  mostGroups: string;
  longestList: string;
  supportReaders: string[];
  provingOperation: ProvingOperation;
}

/** The names of the fields in the payload. */
export const FIELDS = {
  prefix: 'rules.pattern.prefix',
  suffix: 'rules.pattern.suffix',
  blockList: 'rules.blockList',
  namedSpaces: 'rules.where.spaceIds',
  mostGroups: 'rules.mostGroups',
  longestList: 'rules.longestList',
  supportReaders: 'rules.supportReaders',
  provingOperation: 'rules.provingOperation',
} as const;

export type RulesProblems = Partial<Record<keyof typeof FIELDS, string>>;

export function draftOf({ rules, spaces }: RulesView): RulesDraft {
  return {
    ...rules.pattern,
    blockList: rules.blockList.join('\n'),
    personalSpaces: rules.personalSpaces,
    spaces: rules.where.spaces,
    namedSpaces: namedIn(rules.where, spaces),
    mostGroups: String(rules.mostGroups),
    longestList: String(rules.longestList),
    supportReaders: rules.supportReaders,
    provingOperation: rules.provingOperation,
  };
}

/** Finds what can be seen to be wrong before anything is sent. */
export function problemsOf(draft: RulesDraft): RulesProblems {
  const { prefix, suffix, mostGroups, longestList } = draft;
  const [ofGroups, ofList] = [numberProblem(mostGroups), numberProblem(longestList)];
  return {
    ...Object.fromEntries(patternProblems({ prefix, suffix }).map(({ field, message }) => [field, message])),
    ...(ofGroups !== undefined && { mostGroups: ofGroups }),
    ...(ofList !== undefined && { longestList: ofList }),
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
    where: whereOf(draft),
    mostGroups: Number(draft.mostGroups),
    longestList: Number(draft.longestList),
    supportReaders: draft.supportReaders,
    provingOperation: draft.provingOperation,
  };
}

function whereOf({ spaces, namedSpaces }: RulesDraft): Where {
  return spaces === 'all' ? { spaces } : { spaces, spaceIds: namedSpaces.map(({ id }) => id) };
}

/** Returns the spaces that are named, in their order; by its id one that is deleted or hidden. */
function namedIn(where: Where, spaces: readonly SpaceRow[]): SpaceRow[] {
  if (where.spaces === 'all') return [];
  const shown = new Map(spaces.map((space) => [space.id, space]));
  return where.spaceIds.map((id) => shown.get(id) ?? { id, key: id, name: GLOBAL_PAGE.spaceNotShown });
}
