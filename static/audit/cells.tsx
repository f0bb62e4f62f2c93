import { Inline, Lozenge, Stack, Text, User } from '@forge/react';

import type { AuditRow } from '../../src/shared/broker/views';
import { OUTCOMES } from './action-text';
import { foundText, reasonText } from './code-text';

/** Who asked, in a cell. The cells of the audit call no hook: the table calls them as plain functions. */
export function who({ caller, outcome }: AuditRow) {
  if (caller !== undefined) return <User accountId={caller} />;
  return <Text>{outcome === 'refused' ? 'Nobody signed in' : 'The app itself'}</Text>;
}

/** How it ended, why, and whose rights were used, in a cell. */
export function ended({ action, outcome, code, found, count, caller, actedAs }: AuditRow) {
  const lender = actedAs === caller ? undefined : actedAs;
  return (
    <Stack>
      <Inline space="space.050" alignBlock="center" shouldWrap>
        {code === 'AS_EXPECTED' ? (
          <Lozenge>Failed as expected</Lozenge>
        ) : (
          <Lozenge appearance={OUTCOMES[outcome].appearance}>{OUTCOMES[outcome].label}</Lozenge>
        )}
        {count !== undefined && count > 1 && <Text>{`${String(count)} times in an hour`}</Text>}
        {lender !== undefined && <Text color="color.text.subtle">with the rights of</Text>}
      </Inline>
      {lender !== undefined && <User accountId={lender} />}
      {code !== undefined && <Text color="color.text.subtle">{reasonText(code, action)}</Text>}
      {found !== undefined && <Text color="color.text.subtle">{foundText(found, action)}</Text>}
    </Stack>
  );
}
