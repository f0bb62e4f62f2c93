import { useState } from 'react';

import type { SpaceRow } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { PLAN } from '../../../src/shared/words/take-over';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { SpacePicker } from '../space-picker';
import type { DraftGroup } from './draft';

interface Props {
  groups: readonly DraftGroup[];
  onChosen: (space: SpaceRow) => void;
  onClose: () => void;
}

/** Chooses the space that groups are to be given to. */
export function ChooseSpace({ groups, onChosen, onClose }: Props) {
  const [space, setSpace] = useState<SpaceRow>();
  const [problem, setProblem] = useState<string>();
  const [only] = groups;
  function choose() {
    setProblem(PLAN.spaceMissing);
    if (space !== undefined) onChosen(space);
  }
  return (
    <ConfirmDialog
      title={
        groups.length === 1 && only !== undefined
          ? say(PLAN.chooseOne, { group: only.groupName })
          : say(PLAN.chooseTitle, { n: groups.length })
      }
      confirmLabel={PLAN.useSpace}
      action={{ busy: false }}
      onConfirm={choose}
      onCancel={onClose}
    >
      <SpacePicker
        id="take-over-space"
        name="space"
        label={PLAN.space}
        help={PLAN.spaceHelp}
        picked={space}
        problem={space === undefined ? problem : undefined}
        onPick={setSpace}
      />
    </ConfirmDialog>
  );
}
