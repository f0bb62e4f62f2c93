import { Text } from '@forge/react';

import type { TakeoverView } from '../../../src/shared/groups/takeovers';
import { DETAILS } from '../../../src/shared/words/details';
import { callGlobalSettings } from '../../api';
import { Details } from '../../feedback/details';
import { Section } from '../../feedback/section';
import { lineText } from './takeover-text';

/** The outcome of a line is always known: it is stored with what it does. */
const KINDS = ['changed', 'notChanged'] as const;

/** Shows on request what happens to each group, or what happened. */
export function TakeoverLines({ takeover: { changeId, state } }: { takeover: TakeoverView }) {
  return (
    <Section title={DETAILS.title}>
      <Details
        isPlan={state === 'planned'}
        kinds={KINDS}
        read={(page) => callGlobalSettings('readTakeoverLines', { changeId, ...page })}
      >
        {(line) => <Text key={line.line}>{lineText(line)}</Text>}
      </Details>
    </Section>
  );
}
