import { Button, SectionMessage, Stack, Text } from '@forge/react';

import type { CustomerPreview, CustomerResult } from '../../src/shared/customers/results';
import { say } from '../../src/shared/words/format';
import { PROGRESS } from '../../src/shared/words/queue-page';
import { FailureMessage } from '../feedback/failure-message';
import type { Ended } from '../hooks/batches';
import type { Batches } from '../hooks/use-batches';
import type { MergedPerson } from '../people-list/merge';
import type { Entry } from './order';
import { previewWords } from './preview-text';
import { accountText } from './result-text';

/** Says why not everybody was checked, and goes on. */
export function CheckEnded({
  checking: { ended, left, resume },
}: {
  checking: Batches<MergedPerson, CustomerPreview>;
}) {
  return ended === undefined ? null : (
    <EndedMessage
      ended={ended}
      leftText={say(PROGRESS.notChecked, { n: left.length })}
      reasonOf={(preview) => previewWords(preview).text ?? ''}
      onResume={resume}
    />
  );
}

/** Says why not everybody was created, and goes on where that can help. */
export function CreationEnded({ creating: { ended, left, resume } }: { creating: Batches<Entry, CustomerResult> }) {
  return ended === undefined ? null : (
    <EndedMessage
      ended={ended}
      leftText={say(ended.why === 'failed' ? PROGRESS.noResult : PROGRESS.notSent, { n: left.length })}
      reasonOf={({ account }) => accountText(account)}
      onResume={ended.why === 'outcome' && ended.outcome.account.outcome === 'notAllowed' ? undefined : resume}
    />
  );
}

interface Props<Outcome> {
  ended: Ended<Outcome>;
  /** Text on the people who are left. */
  leftText: string;
  /** Says why one outcome ended everything. */
  reasonOf: (outcome: Outcome) => string;
  /** Goes on with the rest. Absent: it can't help now. */
  onResume: (() => void) | undefined;
}

function EndedMessage<Outcome>({ ended, leftText, reasonOf, onResume }: Props<Outcome>) {
  return ended.why === 'failed' ? (
    <Stack space="space.100">
      <FailureMessage failure={ended.failure} {...(onResume && { onRetry: onResume, onReload: onResume })} />
      <Text>{`${leftText}.`}</Text>
    </Stack>
  ) : (
    <SectionMessage
      appearance={ended.why === 'stopped' ? 'information' : 'warning'}
      title={say(PROGRESS.stopped, { left: leftText })}
    >
      <Stack space="space.100" alignInline="start">
        {ended.why === 'outcome' && <Text>{reasonOf(ended.outcome)}</Text>}
        {onResume !== undefined && (
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed is gone
          <Button autoFocus={ended.why === 'stopped'} onClick={onResume}>
            {PROGRESS.resume}
          </Button>
        )}
      </Stack>
    </SectionMessage>
  );
}
