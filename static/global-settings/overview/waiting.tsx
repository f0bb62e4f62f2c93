import { Heading, List, ListItem, Stack, Text } from '@forge/react';

import type { PrivilegedUserView } from '../../../src/shared/broker/views';
import { say } from '../../../src/shared/words/format';
import { OVERVIEW } from '../../../src/shared/words/overview';
import { isChosen } from '../../feedback/state-signs';

interface Props {
  /** The user of the page. */
  me: string;
  view: PrivilegedUserView;
}

/** Counts what waits for somebody, and says what it is. A banner says the rest. */
export function Waiting({ me, view }: Props) {
  const waiting = waitingIn(view, me);
  if (waiting.length === 0) {
    return view.state.name === 'healthy' && view.nominee === undefined ? <Text>{OVERVIEW.nothingWaits}</Text> : null;
  }
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {say(OVERVIEW.waits, { n: waiting.length })}
      </Heading>
      <List type="unordered">
        {waiting.map((what) => (
          <ListItem key={what}>{what}</ListItem>
        ))}
      </List>
    </Stack>
  );
}

function waitingIn(
  { state, nominee, tokenToRevoke, legacyRecord, leftoverCheckGroups }: PrivilegedUserView,
  me: string,
) {
  const n = leftoverCheckGroups.length;
  return [
    ...(nominee !== undefined && nominee.accountId !== me ? [OVERVIEW.request] : []),
    ...(tokenToRevoke === true ? [OVERVIEW.token] : []),
    ...(legacyRecord && isChosen(state) ? [OVERVIEW.credentials] : []),
    ...(n > 0 ? [say(OVERVIEW.leftovers, { n })] : []),
  ];
}
