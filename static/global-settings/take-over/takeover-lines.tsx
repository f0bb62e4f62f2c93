import { Stack, Text } from '@forge/react';

import type { TakeoverLines as TakeoverLinesPage } from '../../../src/shared/groups/takeovers';
import { TAKING } from '../../../src/shared/words/take-over';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { Pager } from '../../feedback/pager';
import { Section } from '../../feedback/section';
import { usePages } from '../../hooks/use-pages';
import { lineText } from './takeover-text';

/** Shows on request what happens to each group, or what happened. */
export function TakeoverLines({ changeId }: { changeId: string }) {
  return (
    <Section title={TAKING.details}>
      <Lines changeId={changeId} />
    </Section>
  );
}

function Lines({ changeId }: { changeId: string }) {
  const pages = usePages<TakeoverLinesPage, number>((after) =>
    callGlobalSettings('readTakeoverLines', { changeId, ...(after !== undefined && { after }) }),
  );
  const { value, failure, reload } = pages;
  if (failure !== undefined) return <FailureMessage failure={failure} onRetry={reload} onReload={reload} />;
  if (value === undefined) return <Loading label={TAKING.readingDetails} />;
  const { lines, next } = value;
  return (
    <Stack space="space.100">
      {lines.length === 0 && <Text>{TAKING.noDetails}</Text>}
      {lines.map((line) => (
        <Text key={line.line}>{lineText(line)}</Text>
      ))}
      <Pager
        previousLabel={TAKING.previous}
        nextLabel={TAKING.next}
        onPrevious={pages.depth > 0 ? pages.goBack : undefined}
        onNext={next === undefined ? undefined : () => pages.goTo(next)}
      />
    </Stack>
  );
}
