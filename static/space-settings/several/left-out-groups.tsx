import { Text } from '@forge/react';

import { say } from '../../../src/shared/words/format';
import { SEVERAL } from '../../../src/shared/words/several-groups';
import { countIn, namedGroups } from '../lists/list-lines';
import type { AskedOfGroup, SeveralList } from './several-list';

/** Says who is left out for the group that they are listed for, or for want of one, or as they are listed both ways. */
export function LeftOutGroups({ list, asked }: { list: SeveralList; asked: readonly AskedOfGroup[] }) {
  const { elsewhere, withoutGroup } = list;
  return (
    <>
      {elsewhere.length > 0 && (
        <Text>{say(SEVERAL.elsewhere, { n: countIn(elsewhere), groups: namedGroups(elsewhere) })}</Text>
      )}
      {withoutGroup > 0 && <Text>{say(SEVERAL.withoutGroup, { n: withoutGroup })}</Text>}
      {asked
        .filter(({ contradictory }) => contradictory > 0)
        .map(({ group, contradictory: n }) => (
          <Text key={group.groupId}>{say(SEVERAL.contradictory, { group: group.groupName, n })}</Text>
        ))}
    </>
  );
}
