import { Text } from '@forge/react';

import { MORE } from '../../../src/shared/words/changes';
import { say } from '../../../src/shared/words/format';
import { callSpaceSettings } from '../../api';
import { useCall } from '../../hooks/use-call';

/** Says how many of the space's newest lists wait for a pause of all changes to end. Shows nothing if none does, or they can't be read: each says so itself. */
export function PausedLists() {
  const { value } = useCall(() => callSpaceSettings('listChanges', {}));
  const waiting = value?.changes.filter(({ state, why }) => state === 'waiting' && why === 'PAUSED') ?? [];
  if (waiting.length === 0) return null;
  return <Text>{say(MORE.paused, { n: waiting.length })}</Text>;
}
