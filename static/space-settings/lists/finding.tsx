import { Button, Inline, ProgressBar, SectionMessage, Stack, Text } from '@forge/react';

import { FINDING } from '../../../src/shared/words/bring-list';
import { CONTROLS } from '../../../src/shared/words/controls';
import { say } from '../../../src/shared/words/format';
import { FailureMessage } from '../../feedback/failure-message';
import type { BroughtList } from './use-list';

interface Props {
  finding: BroughtList['finding'];
  onBack: () => void;
}

/** Shows how many people of a list were looked up, or why that ended early. */
export function Finding({ finding, onBack }: Props) {
  const { busy, done, left } = finding;
  const total = done.length + left.length;
  if (!busy) return <EndedEarly finding={finding} onBack={onBack} />;
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

function EndedEarly({ finding: { ended, done, left, resume }, onBack }: Props) {
  return (
    <Stack space="space.100">
      {ended?.why === 'failed' ? (
        <FailureMessage failure={ended.failure} />
      ) : (
        <SectionMessage
          appearance="warning"
          title={say(FINDING.ended, { left: left.length, total: done.length + left.length })}
        >
          <Text>{FINDING.tooManyRequests}</Text>
        </SectionMessage>
      )}
      <Inline space="space.100">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that led here is gone */}
        <Button appearance="primary" autoFocus onClick={resume}>
          {FINDING.goOn}
        </Button>
        <Button onClick={onBack}>{FINDING.back}</Button>
      </Inline>
    </Stack>
  );
}
