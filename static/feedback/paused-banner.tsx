import { SectionMessage, Stack, Text } from '@forge/react';

import type { Pause } from '../../src/shared/result';
import { say } from '../../src/shared/words/format';
import { PAUSED } from '../../src/shared/words/pause';
import { useInstant } from '../hooks/use-instant';
import { Person } from './person';

/** Stands above everything else while all changes are paused: who paused them, when, and who can resume them. */
export function PausedBanner({ pause }: { pause: Pause }) {
  return (
    <SectionMessage appearance="warning" title={PAUSED.title}>
      <Stack space="space.100">
        <Text>{`${PAUSED.text} ${PAUSED.help}`}</Text>
        <PausedBy pause={pause} />
      </Stack>
    </SectionMessage>
  );
}

/** Names the person who paused all changes, unless their account was closed, and the time. */
function PausedBy({ pause: { by, at } }: { pause: Pause }) {
  const instant = useInstant();
  const when = instant(at);
  if (by === undefined) return <Text>{say(PAUSED.on, { when })}</Text>;
  return <Person label={say(PAUSED.by, { when })} accountId={by} />;
}
