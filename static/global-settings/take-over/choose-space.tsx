import { useState } from 'react';

import type { SpaceRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { PLAN } from '../../../src/shared/words/take-over';
import { callGlobalSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { failureBesides, problemOf } from '../../fields/field-problem';
import { TextField } from '../../fields/text-field';
import { useAction } from '../../hooks/use-action';
import type { DraftGroup } from './draft';

interface Props {
  groups: readonly DraftGroup[];
  onChosen: (space: SpaceRow) => void;
  onClose: () => void;
}

/** Chooses the space that groups are to be given to, by its key. */
export function ChooseSpace({ groups, onChosen, onClose }: Props) {
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState<string>();
  const action = useAction();
  const [only] = groups;
  function choose() {
    const spaceKey = key.trim();
    setProblem(spaceKey === '' ? PLAN.keyMissing : undefined);
    if (spaceKey !== '') action.run(() => callGlobalSettings('findSpace', { spaceKey }), onChosen);
  }
  return (
    <ConfirmDialog
      title={
        groups.length === 1 && only !== undefined
          ? say(PLAN.chooseOne, { group: only.groupName })
          : say(PLAN.chooseTitle, { n: groups.length })
      }
      confirmLabel={PLAN.useSpace}
      action={{ busy: action.busy, failure: failureBesides(action.failure, ['spaceKey']) }}
      onConfirm={choose}
      onCancel={onClose}
    >
      <TextField
        id="take-over-space"
        name="spaceKey"
        label={PLAN.key}
        help={PLAN.keyHelp}
        value={key}
        problem={problem ?? problemOf(action.failure, 'spaceKey')}
        onChange={setKey}
      />
    </ConfirmDialog>
  );
}
