import { HelperMessage, Stack } from '@forge/react';

import { say } from '../../../src/shared/words/format';
import { GROUP_LIST } from '../../../src/shared/words/group-list';
import { Loading } from '../../feedback/loading';
import type { GroupList } from './use-group-list';

/** Says how far a search has come, to screen readers too: they are told when its text changes, so it is always there. */
export function FoundGroups({ list }: { list: GroupList }) {
  return (
    <Stack>
      {list.loading && <Loading label={GROUP_LIST.reading} />}
      <HelperMessage>{foundText(list)}</HelperMessage>
    </Stack>
  );
}

/** Returns nothing where all groups are listed. */
function foundText({ wanted: { search: text }, loading, value, depth, failure }: GroupList): string {
  if (loading || value === undefined || failure !== undefined) return '';
  const n = value.groups.length;
  const isLast = value.next === undefined;
  if (n === 0 && depth > 0 && isLast) return GROUP_LIST.noneHere;
  if (text === undefined) return '';
  if (n === 0) return say(isLast ? GROUP_LIST.noMatch : GROUP_LIST.noMatchSoFar, { text });
  if (depth > 0) return say(GROUP_LIST.foundHere, { n });
  return say(isLast ? GROUP_LIST.found : GROUP_LIST.foundSoFar, { n });
}
