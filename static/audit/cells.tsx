import { Inline, Lozenge, Stack, Text, User } from '@forge/react';

import type { AuditRow } from '../../src/shared/broker/views';
import { AUDIT } from '../../src/shared/words/audit';
import { say } from '../../src/shared/words/format';
import { foundText, reasonText, type MoreWords } from './code-text';
import { outcomeSign } from './outcomes';

/** Draws who requested it, in a cell. The cells of the audit call no hook: the table calls them as plain functions. */
export function who({ caller, outcome }: AuditRow) {
  if (caller !== undefined) return <User accountId={caller} />;
  return <Text>{outcome === 'refused' ? AUDIT.nobody : AUDIT.theApp}</Text>;
}

/** Draws how it ended, why, and whose rights were used, in a cell. */
export function ended({ action, outcome, code, found, count, caller, actedAs }: AuditRow, more?: MoreWords) {
  const lender = actedAs === caller ? undefined : actedAs;
  return (
    <Stack>
      <Inline space="space.050" alignBlock="center" shouldWrap>
        {code === 'AS_EXPECTED' ? <Lozenge>{AUDIT.asExpected}</Lozenge> : <Lozenge {...outcomeSign(outcome)} />}
        {count !== undefined && count > 1 && <Text>{say(AUDIT.times, { n: count })}</Text>}
        {lender !== undefined && <Text color="color.text.subtle">{AUDIT.madeAs}</Text>}
      </Inline>
      {lender !== undefined && <User accountId={lender} />}
      {code !== undefined && <Text color="color.text.subtle">{reasonText(code, action, more)}</Text>}
      {found !== undefined && <Text color="color.text.subtle">{foundText(found, action, more)}</Text>}
    </Stack>
  );
}
