import { Button, HelperMessage, LoadingButton, Stack } from '@forge/react';

import type { ChangeView } from '../../../src/shared/groups/changes';
import { say } from '../../../src/shared/words/format';
import { PEOPLE_TAB } from '../../../src/shared/words/people-tab';
import { callSpaceSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { FieldProblem, failureBesides, problemOf } from '../../fields/field-problem';
import { useAction } from '../../hooks/use-action';

interface Props {
  accountId: string;
  groups: number;
  mayRemove: boolean;
  /** The button that led here is gone. */
  returned: boolean;
  onPlanned: (change: ChangeView) => void;
  onAgain: () => void;
}

/** Plans to remove the person from all groups on show. Somebody who is in none can be looked up again. */
export function RemoveFromAll({ accountId, groups, mayRemove, returned, onPlanned, onAgain }: Props) {
  const action = useAction();
  const failure = failureBesides(action.failure, ['accountId']);
  function plan() {
    action.run(() => callSpaceSettings('planPersonRemoval', { accountId }), onPlanned);
  }
  const isOffered = groups > 0 && mayRemove;
  if (!isOffered && !returned) return null;
  return (
    <Stack space="space.100">
      {failure !== undefined && <FailureMessage failure={failure} onRetry={plan} />}
      <Stack alignInline="start">
        {isOffered ? (
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed is gone
          <LoadingButton autoFocus={returned} isLoading={action.busy} onClick={plan}>
            {say(PEOPLE_TAB.remove, { n: groups })}
          </LoadingButton>
        ) : (
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed is gone
          <Button autoFocus onClick={onAgain}>
            {PEOPLE_TAB.again}
          </Button>
        )}
        {isOffered && <HelperMessage>{PEOPLE_TAB.removeHelp}</HelperMessage>}
        <FieldProblem problem={problemOf(action.failure, 'accountId')} />
      </Stack>
    </Stack>
  );
}
