import { Text } from '@forge/react';

import { say } from '../../../src/shared/words/format';
import { GROUP_LIST } from '../../../src/shared/words/group-list';
import { Loading } from '../../feedback/loading';
import type { GroupList } from './use-group-list';

/** Says how far a search has come. Draws nothing where all groups are listed. */
export function FoundGroups({ list: { wanted, loading, value, depth, failure } }: { list: GroupList }) {
  const { search: text } = wanted;
  if (loading) return <Loading label={GROUP_LIST.reading} />;
  if (value === undefined || failure !== undefined) return null;
  const n = value.groups.length;
  const isLast = value.next === undefined;
  if (text === undefined) return n === 0 && depth > 0 ? <Text>{GROUP_LIST.noneHere}</Text> : null;
  if (n === 0) {
    if (depth > 0 && isLast) return <Text>{GROUP_LIST.noneHere}</Text>;
    return <Text>{say(isLast ? GROUP_LIST.noMatch : GROUP_LIST.noMatchSoFar, { text })}</Text>;
  }
  if (depth > 0) return <Text>{say(GROUP_LIST.foundHere, { n })}</Text>;
  return <Text>{say(isLast ? GROUP_LIST.found : GROUP_LIST.foundSoFar, { n })}</Text>;
}
