import { Heading, List, ListItem, Stack, Text } from '@forge/react';

import type { PrivilegedUserView } from '../../../src/shared/broker/views';
import { say } from '../../../src/shared/words/format';
import { OVERVIEW } from '../../../src/shared/words/overview';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { isChosen } from '../../feedback/state-signs';
import { useCall } from '../../hooks/use-call';
import { WaitingPlace } from './waiting-lists';

interface Props {
  /** The user of the page. */
  me: string;
  view: PrivilegedUserView;
  onOpenGroups: () => void;
}

/** Counts what waits for somebody, and says what it is. A banner says the rest. */
export function Waiting({ me, view, onOpenGroups }: Props) {
  const { value, failure, reload } = useCall(() => callGlobalSettings('readWaiting', {}));
  const waiting = waitingIn(view, me);
  const { places = [], more = false } = value ?? {};
  const n = waiting.length + places.length;
  if (n === 0 && failure === undefined) {
    const isWell = view.state.name === 'healthy' && view.nominee === undefined && value !== undefined;
    return isWell ? <Text>{OVERVIEW.nothingWaits}</Text> : null;
  }
  return (
    <Stack space="space.100">
      {n > 0 && (
        <Heading as="h3" size="small">
          {say(OVERVIEW.waits, { n })}
        </Heading>
      )}
      {n > 0 && (
        <List type="unordered">
          {waiting.map((what) => (
            <ListItem key={what}>{what}</ListItem>
          ))}
          {places.map((place) => (
            <ListItem key={place.spaceId ?? 'site'}>
              <WaitingPlace place={place} onOpenGroups={onOpenGroups} />
            </ListItem>
          ))}
        </List>
      )}
      {more && <Text>{OVERVIEW.moreLists}</Text>}
      {failure !== undefined && <FailureMessage failure={failure} onRetry={reload} />}
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
