import { Button, Inline, Link, Text } from '@forge/react';

import type { WaitingLists } from '../../../src/shared/groups/waiting';
import { say } from '../../../src/shared/words/format';
import { OVERVIEW } from '../../../src/shared/words/overview';

interface Props {
  place: WaitingLists;
  onOpenGroups: () => void;
}

/** Says how many lists of changes wait in one place, and leads there. */
export function WaitingPlace({ place: { lists: n, spaceId, space }, onOpenGroups }: Props) {
  if (spaceId === undefined) {
    return (
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Text>{say(OVERVIEW.takeoversWait, { n })}</Text>
        <Button spacing="compact" onClick={onOpenGroups}>
          {OVERVIEW.openGroups}
        </Button>
      </Inline>
    );
  }
  if (space === undefined) return <Text>{say(OVERVIEW.listsWaitHidden, { n })}</Text>;
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Text>{say(OVERVIEW.listsWait, { n, space: space.name })}</Text>
      <Link href={`/wiki/spaces/${space.key}`} openNewTab>
        {say(OVERVIEW.openSpace, { space: space.name })}
      </Link>
    </Inline>
  );
}
