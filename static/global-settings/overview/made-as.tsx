import { Inline, Lozenge } from '@forge/react';

import { OVERVIEW } from '../../../src/shared/words/overview';
import { Person } from '../../feedback/person';
import { stateSign, type ChosenState } from '../../feedback/state-signs';

/** Names the privileged user, and tells whether all is well with them. */
export function MadeAs({ state }: { state: ChosenState }) {
  const sign = stateSign(state.name);
  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Person label={OVERVIEW.madeAs} accountId={state.accountId} />
      <Lozenge appearance={sign.appearance}>{sign.children}</Lozenge>
    </Inline>
  );
}
