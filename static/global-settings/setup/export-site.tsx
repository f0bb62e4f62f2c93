import { Button, Heading, HelperMessage, Stack, Text, useProductContext } from '@forge/react';
import { useState } from 'react';

import type { ExportPlace } from '../../../src/shared/broker/site-export';
import { CONTROLS } from '../../../src/shared/words/controls';
import { say } from '../../../src/shared/words/format';
import { SITE_EXPORT } from '../../../src/shared/words/site-export';
import { answered, callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { SavedFile } from '../../files/saved-file';
import { useReadAll } from '../../hooks/use-read-all';
import { NOTHING_EXPORTED, piecesOf, withRows, type Exported } from './exported';

/** Reads everything that the app holds about the site, page by page, and offers it as a file. What was read until somebody stops it is a file, too. */
export function ExportSite() {
  const { current, begin, retry, end } = useExportSite();
  const isOver = current.state === 'done' || (current.state === 'stopped' && current.read !== undefined);
  return (
    <Stack space="space.100">
      <Heading as="h2" size="medium">
        {SITE_EXPORT.heading}
      </Heading>
      <Text>{SITE_EXPORT.intro}</Text>
      <Text color="color.text.subtle">{SITE_EXPORT.customers}</Text>
      {current.state === 'idle' && <Press label={SITE_EXPORT.start} onPress={begin} />}
      {current.state === 'reading' && <Press label={CONTROLS.stop} takesFocus onPress={() => end('stopped')} />}
      {current.state === 'failed' && (
        <>
          <FailureMessage failure={current.failure} onRetry={retry} />
          {current.read.rows > 0 && <Press label={SITE_EXPORT.keep} onPress={() => end('stopped')} />}
        </>
      )}
      {/* Screen readers are told when its text changes, so it is always there. */}
      <HelperMessage>{statusText(current)}</HelperMessage>
      {isOver && current.read !== undefined && (
        <Ready read={current.read} complete={current.state === 'done'} onClose={() => end('idle')} />
      )}
    </Stack>
  );
}

function useExportSite() {
  const site = useProductContext()?.siteUrl ?? '';
  return useReadAll<Exported, ExportPlace | null>({
    nothing: NOTHING_EXPORTED,
    first: null,
    readOn: async (read, place) => {
      const answer = await answered(callGlobalSettings('exportSite', place === null ? {} : { from: place }));
      if (!answer.ok) return answer;
      return { ok: true, value: { read: withRows(read, answer.value.rows, site), next: answer.value.next } };
    },
  });
}

function Press({ label, takesFocus = false, onPress }: { label: string; takesFocus?: boolean; onPress: () => void }) {
  return (
    <Stack alignInline="start">
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed is gone */}
      <Button autoFocus={takesFocus} onClick={onPress}>
        {label}
      </Button>
    </Stack>
  );
}

function Ready({ read, complete, onClose }: { read: Exported; complete: boolean; onClose: () => void }) {
  const [pieces] = useState(() => piecesOf(read, complete));
  const [date] = useState(() => new Date().toISOString().slice(0, 10));
  return (
    <>
      <SavedFile
        id="exported-site"
        label={SITE_EXPORT.file}
        name={say(SITE_EXPORT.name, { date })}
        ending="jsonl"
        text={pieces}
      />
      <Press label={CONTROLS.close} onPress={onClose} />
    </>
  );
}

function statusText(current: ReturnType<typeof useExportSite>['current']): string {
  if (current.state === 'idle' || current.read === undefined) return '';
  const { state, read } = current;
  const words = { reading: SITE_EXPORT.progress, failed: SITE_EXPORT.progress, stopped: SITE_EXPORT.stopped };
  return say(state === 'done' ? SITE_EXPORT.complete : words[state], { n: read.rows });
}
