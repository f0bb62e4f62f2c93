import { Button, LoadingButton, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { GroupPattern } from '../../../src/shared/groups/group-pattern';
import type { RulesView } from '../../../src/shared/groups/views';
import type { Result } from '../../../src/shared/result';
import { FIRST_RUN } from '../../../src/shared/words/first-run';
import { say } from '../../../src/shared/words/format';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { flagSuccess } from '../../feedback/flag';
import { PasteField } from '../../fields/paste-field';
import { useAction } from '../../hooks/use-action';
import { patternsIn, type FoundText } from './patterns-in';

/** Offers the pattern that another app used, from its export. */
export function FromCsum({ onUsed }: { onUsed: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ texts: FoundText[] | undefined }>();
  return (
    <Stack alignInline="start" space="space.100">
      <Button appearance="subtle" onClick={() => setOpen(!isOpen)}>
        {FIRST_RUN.csum}
      </Button>
      {isOpen && (
        <>
          <Text>{FIRST_RUN.csumText}</Text>
          <PasteField
            id="csum-json"
            label={FIRST_RUN.csumField}
            help=""
            initial=""
            problem={problemOf(found?.texts, found !== undefined)}
            takesFocus
            onEdit={setText}
          />
          <Button onClick={() => setFound({ texts: patternsIn(text) })}>{FIRST_RUN.csumFind}</Button>
          {found?.texts?.map((one) => (
            <Offer key={one.text} found={one} onUsed={onUsed} />
          ))}
        </>
      )}
    </Stack>
  );
}

function problemOf(texts: FoundText[] | undefined, isRead: boolean): string | undefined {
  if (!isRead) return undefined;
  if (texts === undefined) return FIRST_RUN.csumNotJson;
  return texts.length === 0 ? FIRST_RUN.csumNone : undefined;
}

function Offer({ found: { text, pattern, problem }, onUsed }: { found: FoundText; onUsed: () => void }) {
  const action = useAction();
  if (pattern === undefined) return <Text>{say(FIRST_RUN.csumUnusable, { text, problem: problem ?? '' })}</Text>;
  function use(wanted: GroupPattern) {
    action.run(
      () => savePattern(wanted),
      () => {
        flagSuccess('pattern-saved', FIRST_RUN.csumUsed);
        onUsed();
      },
    );
  }
  return (
    <Stack alignInline="start" space="space.100">
      <LoadingButton isLoading={action.busy} onClick={() => use(pattern)}>
        {say(pattern.prefix === '' ? FIRST_RUN.csumSuffix : FIRST_RUN.csumPrefix, { text })}
      </LoadingButton>
      {action.failure !== undefined && <FailureMessage failure={action.failure} onRetry={() => use(pattern)} />}
    </Stack>
  );
}

/** Saves the pattern; the other rules stay as they are now. */
async function savePattern(pattern: GroupPattern): Promise<Result<RulesView>> {
  const read = await callGlobalSettings('readRules', {});
  if (!read.ok) return read;
  const { rules, version } = read.value;
  return callGlobalSettings('saveRules', { rules: { ...rules, pattern }, version });
}
