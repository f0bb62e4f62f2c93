import { Button, Stack } from '@forge/react';

import type { TakeoverLine, TakeoverView } from '../../../src/shared/groups/takeovers';
import type { Result } from '../../../src/shared/result';
import { CONTROLS } from '../../../src/shared/words/controls';
import { TAKE_OVER } from '../../../src/shared/words/take-over';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { useCall } from '../../hooks/use-call';

interface Opened {
  takeover: TakeoverView;
  /** All of a plan that can be decided about again; else the first, unless told otherwise. */
  lines: TakeoverLine[];
}

interface Props {
  changeId: string;
  /** Reads all of its lines, whatever it is. */
  isWhole: boolean;
  onClose: () => void;
  children: (opened: Opened) => JSX.Element;
}

/** Reads a takeover that was made or planned before, and shows it. */
export function OpenTakeover({ changeId, isWhole, onClose, children }: Props) {
  const { value, failure, reload } = useCall(() => readLines(changeId, isWhole));
  if (value !== undefined) return children(value);
  if (failure === undefined) return <Loading label={TAKE_OVER.reading} />;
  return (
    <Stack space="space.100" alignInline="start">
      <FailureMessage failure={failure} onRetry={reload} onReload={reload} />
      <Button onClick={onClose}>{CONTROLS.close}</Button>
    </Stack>
  );
}

/** Tells whether it is a plan whose groups can be decided about again. */
export function isDraft({ state, source }: Pick<TakeoverView, 'state' | 'source'>): boolean {
  return state === 'planned' && source === 'list';
}

async function readLines(changeId: string, isWhole: boolean): Promise<Result<Opened>> {
  const lines: TakeoverLine[] = [];
  let after = 0;
  for (;;) {
    const answer = await callGlobalSettings('readTakeoverLines', { changeId, after, most: 250 });
    if (!answer.ok) return answer;
    const { change: takeover, next } = answer.value;
    lines.push(...answer.value.lines);
    if (next === undefined || !(isWhole || isDraft(takeover))) return { ok: true, value: { takeover, lines } };
    after = next;
  }
}
