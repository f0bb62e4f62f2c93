import { Button, Stack, Text, useProductContext } from '@forge/react';

import type { FirstRunView } from '../../../src/shared/groups/first-run';
import { FIRST_RUN } from '../../../src/shared/words/first-run';
import { say } from '../../../src/shared/words/format';
import { answered, callGlobalSettings } from '../../api';
import { CopyReport } from '../../feedback/copy-report';
import { FailureMessage } from '../../feedback/failure-message';
import { useReadAll } from '../../hooks/use-read-all';
import { spacesFile, type ListedGroup } from './spaces-file';

/** Offers a message to space admins, and a list of the spaces with their groups, to be copied. */
export function Tell({ app }: Pick<FirstRunView, 'app'>) {
  const site = useProductContext()?.siteUrl ?? '';
  const { current, begin, retry, end } = useReadAll<ListedGroup[], string | null>({
    nothing: [],
    first: null,
    readOn: async (read, place) => {
      const answer = await answered(callGlobalSettings('listGroupRecords', place === null ? {} : { after: place }));
      return answer.ok
        ? { ok: true, value: { read: [...read, ...answer.value.groups], next: answer.value.next } }
        : answer;
    },
  });
  return (
    <Stack space="space.150">
      <CopyReport
        id="tell-message"
        label={FIRST_RUN.message}
        help={FIRST_RUN.messageHelp}
        report={say(FIRST_RUN.messageText, { site })}
      />
      {(current.state === 'idle' || current.state === 'stopped') && (
        <Stack alignInline="start">
          <Button onClick={begin}>{FIRST_RUN.list}</Button>
        </Stack>
      )}
      {current.state === 'reading' && (
        <Stack alignInline="start" space="space.100">
          <Text>{say(FIRST_RUN.listing, { n: current.read.length })}</Text>
          <Button onClick={() => end('stopped')}>{FIRST_RUN.stop}</Button>
        </Stack>
      )}
      {current.state === 'failed' && <FailureMessage failure={current.failure} onRetry={retry} />}
      {current.state === 'done' && <Listed groups={current.read} site={site} app={app} />}
    </Stack>
  );
}

function Listed({ groups, site, app }: { groups: ListedGroup[]; site: string; app: FirstRunView['app'] }) {
  if (groups.length === 0) return <Text>{FIRST_RUN.noGroups}</Text>;
  return (
    <CopyReport
      id="tell-spaces"
      label={FIRST_RUN.csv}
      help={FIRST_RUN.csvHelp}
      report={spacesFile(groups, site, app)}
    />
  );
}
