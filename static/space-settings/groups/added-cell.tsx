import { Inline, Text, User } from '@forge/react';

import { CLOSED_ACCOUNT } from '../../../src/shared/broker/closed-account';
import type { PersonGroup } from '../../../src/shared/groups/member-views';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';

/** Draws by whom and when somebody was added. It calls no hook: tables call it as a plain function. */
export function addedCell(fact: PersonGroup['added'], day: (at: string) => string) {
  if (fact === undefined) return <Text color="color.text.subtle">{SPACE_PAGE.addedOutside}</Text>;
  const by = fact.by === CLOSED_ACCOUNT ? <Text>{SPACE_PAGE.closedAccount}</Text> : <User accountId={fact.by} />;
  return (
    <Inline space="space.050" alignBlock="center" shouldWrap>
      <Text>{SPACE_PAGE.addedBy}</Text>
      {by}
      <Text>{say(SPACE_PAGE.addedOn, { when: day(fact.since) })}</Text>
    </Inline>
  );
}
