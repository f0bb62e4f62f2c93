import { Button, ProgressBar, Stack } from '@forge/react';

import { FINDING } from '../../../src/shared/words/bring-list';
import { CONTROLS } from '../../../src/shared/words/controls';
import { say } from '../../../src/shared/words/format';
import { EndedEarly } from '../../feedback/ended-early';
import type { BroughtList } from './use-list';

interface Props {
  finding: BroughtList['finding'];
  onBack: () => void;
}

/** Shows how many people of a list were looked up, or why that ended early. */
export function Finding({ finding, onBack }: Props) {
  const { busy, done, left, ended, resume } = finding;
  const total = done.length + left.length;
  if (!busy) {
    return (
      <EndedEarly
        ended={ended}
        title={say(FINDING.ended, { left: left.length, total })}
        text={FINDING.tooManyRequests}
        goOnLabel={FINDING.goOn}
        backLabel={FINDING.back}
        onGoOn={resume}
        onBack={onBack}
      />
    );
  }
  return (
    <Stack space="space.100">
      <ProgressBar ariaLabel={FINDING.label} value={total === 0 ? 0 : done.length / total} />
      <Stack alignInline="start">
        {/* The button that led here is gone; without this the keyboard would start again at the top of the page. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Button autoFocus onClick={onBack}>
          {CONTROLS.cancel}
        </Button>
      </Stack>
    </Stack>
  );
}
