import { Inline, Lozenge, Stack, Text } from '@forge/react';

import type { SiteCheck } from '../../../src/shared/groups/site-checks';
import { assumptionText, notRunText } from './assumption-text';

const OUTCOME = {
  holds: { label: 'Holds', appearance: 'success' },
  broken: { label: 'Does not hold', appearance: 'removed' },
  notRun: { label: 'Not tried', appearance: 'default' },
} as const;

/** Each assumption with what this site said to it. */
export function SiteCheckList({ checks }: { checks: SiteCheck[] }) {
  return (
    <Stack space="space.100">
      {checks.map((check) => (
        <SiteCheckLine key={check.belief} check={check} />
      ))}
    </Stack>
  );
}

function SiteCheckLine({ check }: { check: SiteCheck }) {
  const { label, appearance } = OUTCOME[check.outcome];
  const text = detail(check);
  return (
    <Stack space="space.025">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge appearance={appearance}>{label}</Lozenge>
        <Text>{assumptionText(check.belief)}</Text>
      </Inline>
      {text !== undefined && <Text color="color.text.subtle">{text}</Text>}
    </Stack>
  );
}

function detail(check: SiteCheck): string | undefined {
  switch (check.outcome) {
    case 'holds':
      return undefined;
    case 'broken':
      return `This site answered: ${check.seen}.`;
    case 'notRun':
      return notRunText(check.why);
  }
}
