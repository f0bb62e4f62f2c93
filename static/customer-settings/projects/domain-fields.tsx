import { Heading, Stack } from '@forge/react';

import { DOMAINS } from '../../../src/shared/words/customer-settings';
import { LinesField } from '../../fields/lines-field';
import type { PolicyFieldsProps } from './policy-draft';

/** Sets the allowed email domains. */
export function DomainFields({ draft, onEdit, problem }: PolicyFieldsProps) {
  return (
    <Stack space="space.200">
      <Heading as="h3" size="small">
        {DOMAINS.title}
      </Heading>
      <LinesField
        id="policy-allowed-domains"
        name="allowedDomains"
        label={DOMAINS.allowed}
        help={DOMAINS.allowedHelp}
        value={draft.allowedDomains}
        problem={problem('allowedDomains')}
        onChange={(allowedDomains) => onEdit({ allowedDomains })}
      />
      <LinesField
        id="policy-denied-domains"
        name="deniedDomains"
        label={DOMAINS.denied}
        help={DOMAINS.deniedHelp}
        value={draft.deniedDomains}
        problem={problem('deniedDomains')}
        onChange={(deniedDomains) => onEdit({ deniedDomains })}
      />
    </Stack>
  );
}
