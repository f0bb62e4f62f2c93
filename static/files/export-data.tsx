import { Button, Heading, HelperMessage, Stack, Text, useProductContext } from '@forge/react';
import { useState } from 'react';

import type { ExportPage, ExportPlace } from '../../src/shared/broker/site-export';
import type { Result } from '../../src/shared/result';
import { CONTROLS } from '../../src/shared/words/controls';
import { EXPORT_DATA } from '../../src/shared/words/export-data';
import { say } from '../../src/shared/words/format';
import { answered } from '../api';
import { FailureMessage } from '../feedback/failure-message';
import { useReadAll } from '../hooks/use-read-all';
import { NOTHING_EXPORTED, piecesOf, withRows, type Exported } from './exported';
import { SavedFile } from './saved-file';

interface Props<Entity extends string> {
  /** Says what is in the file, and what isn't. `name`: of the file; `{date}` is the day. */
  words: { intro: string; elsewhere: string; name: string };
  readPage: (from: { from?: ExportPlace<Entity> }) => Promise<Result<ExportPage<Entity>>>;
}

/** Reads everything that the app holds, page by page, and offers it as a file. What was read until somebody stops it is a file, too. */
export function ExportData<Entity extends string>({ words, readPage }: Props<Entity>) {
  const { current, begin, retry, end } = useExport(readPage);
  const isOver = current.state === 'done' || (current.state === 'stopped' && current.read !== undefined);
  return (
    <Stack space="space.100">
      <Heading as="h2" size="medium">
        {EXPORT_DATA.heading}
      </Heading>
      <Text>{words.intro}</Text>
      <Text color="color.text.subtle">{words.elsewhere}</Text>
      {current.state === 'idle' && <Press label={EXPORT_DATA.start} onPress={begin} />}
      {current.state === 'reading' && <Press label={CONTROLS.stop} takesFocus onPress={() => end('stopped')} />}
      {current.state === 'failed' && (
        <>
          <FailureMessage failure={current.failure} onRetry={retry} />
          {current.read.rows > 0 && <Press label={EXPORT_DATA.keep} onPress={() => end('stopped')} />}
        </>
      )}
      {/* Screen readers are told when its text changes, so it is always there. */}
      <HelperMessage>{statusText(current)}</HelperMessage>
      {isOver && current.read !== undefined && (
        <Ready name={words.name} read={current.read} complete={current.state === 'done'} onClose={() => end('idle')} />
      )}
    </Stack>
  );
}

function useExport<Entity extends string>(readPage: Props<Entity>['readPage']) {
  const site = useProductContext()?.siteUrl ?? '';
  return useReadAll<Exported, ExportPlace<Entity> | null>({
    nothing: NOTHING_EXPORTED,
    first: null,
    readOn: async (read, place) => {
      const answer = await answered(readPage(place === null ? {} : { from: place }));
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

interface ReadyProps {
  name: string;
  read: Exported;
  complete: boolean;
  onClose: () => void;
}

function Ready({ name, read, complete, onClose }: ReadyProps) {
  const [pieces] = useState(() => piecesOf(read, complete));
  const [date] = useState(() => new Date().toISOString().slice(0, 10));
  return (
    <>
      <SavedFile id="exported-data" label={EXPORT_DATA.file} name={say(name, { date })} ending="jsonl" text={pieces} />
      <Press label={CONTROLS.close} onPress={onClose} />
    </>
  );
}

function statusText(current: ReturnType<typeof useExport>['current']): string {
  if (current.state === 'idle' || current.read === undefined) return '';
  const { state, read } = current;
  const words = { reading: EXPORT_DATA.progress, failed: EXPORT_DATA.progress, stopped: EXPORT_DATA.stopped };
  return say(state === 'done' ? EXPORT_DATA.complete : words[state], { n: read.rows });
}
