import { Inline, SectionMessage, Stack, Text, User } from '@forge/react';

import type { BlockedGroup } from '../../../src/shared/groups/views';
import { BLOCKED, SPACE_PAGE } from '../../../src/shared/words/space-settings';

/** Says why nobody may change a group, where that is set, and who can change it. */
export function BlockedMessage({ blocked: { reason, askAccountId } }: { blocked: BlockedGroup }) {
  return (
    <SectionMessage appearance="warning" title={SPACE_PAGE.blocked}>
      <Stack space="space.050">
        <Text>{BLOCKED[reason]}</Text>
        {askAccountId !== undefined && (
          <Inline space="space.050" alignBlock="center">
            <Text>{SPACE_PAGE.ask}</Text>
            <User accountId={askAccountId} />
          </Inline>
        )}
      </Stack>
    </SectionMessage>
  );
}
