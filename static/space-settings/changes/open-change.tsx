import { Button, Stack } from '@forge/react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import { LINES } from '../../../src/shared/words/changes';
import { CONTROLS } from '../../../src/shared/words/controls';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { useCall } from '../../hooks/use-call';
import { ChangeCard } from './change-card';

interface Props {
  changeId: string;
  me: string;
  takesFocus: boolean;
  onMoved: (change: ChangeView) => void;
  onUndo: (undo: ChangeView) => void;
  onClose: () => void;
}

/** Reads a change that was made before, and shows it. */
export function OpenChange({ changeId, ...props }: Props) {
  const { value, failure, reload } = useCall(() => callSpaceSettings('readChangeLines', { changeId }));
  if (value !== undefined) return <ChangeCard change={value.change} {...props} />;
  if (failure === undefined) return <Loading label={LINES.readingChange} />;
  return (
    <Stack space="space.100" alignInline="start">
      <FailureMessage failure={failure} onRetry={reload} onReload={reload} />
      <Button onClick={props.onClose}>{CONTROLS.close}</Button>
    </Stack>
  );
}
