import { Button, Heading, List, ListItem, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { PrivilegedUserView } from '../../../src/shared/broker/views';
import { PAUSE, WAITING } from '../../../src/shared/words/pause';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { useAction } from '../../hooks/use-action';

interface Props {
  view: PrivilegedUserView;
  onChange: (view: PrivilegedUserView) => void;
}

/** Pauses all changes, or resumes them. Who paused them, and when, stands above the tabs. */
export function Pause(props: Props) {
  const isPaused = props.view.pause !== undefined;
  return (
    <Stack alignInline="start" space="space.100">
      <Heading as="h2" size="medium">
        {PAUSE.heading}
      </Heading>
      <Text>{isPaused ? PAUSE.isPaused : PAUSE.intro}</Text>
      <Switch key={String(isPaused)} {...props} />
    </Stack>
  );
}

function Switch({ view, onChange }: Props) {
  const [confirming, setConfirming] = useState(false);
  const action = useAction();
  const isPaused = view.pause !== undefined;
  const words = isPaused ? PAUSE.resuming : PAUSE.pausing;
  function confirm() {
    const { version } = view;
    action.run(() => callGlobalSettings(isPaused ? 'resumeChanges' : 'pauseChanges', { version }), onChange);
  }
  return (
    <>
      <Button onClick={() => setConfirming(true)}>{words.button}</Button>
      {confirming && (
        <ConfirmDialog
          title={words.title}
          confirmLabel={words.confirm}
          appearance={isPaused ? 'primary' : 'warning'}
          action={action}
          onConfirm={confirm}
          onCancel={() => setConfirming(false)}
        >
          <Text>{words.text}</Text>
          {!isPaused && <Waiting />}
          <Text>{words.more}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}

function Waiting() {
  return (
    <>
      <List type="unordered">
        {WAITING.map((what) => (
          <ListItem key={what}>{what}</ListItem>
        ))}
      </List>
      <Text>{PAUSE.pausing.lists}</Text>
    </>
  );
}
