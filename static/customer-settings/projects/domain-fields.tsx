import { Heading, Stack } from '@forge/react';

import { LinesField } from '../../fields/lines-field';
import type { PolicyFieldsProps } from './policy-draft';

/** Whose e-mail addresses are let through. */
export function DomainFields({ draft, onEdit, problem }: PolicyFieldsProps) {
  return (
    <Stack space="space.200">
      <Heading as="h3" size="small">
        E-mail domains
      </Heading>
      <LinesField
        id="policy-allowed-domains"
        name="allowedDomains"
        label="Allowed domains"
        help="One a line, such as example.com. *.example.com stands for every domain below it, not for example.com itself. Empty: every domain that is not denied."
        value={draft.allowedDomains}
        problem={problem('allowedDomains')}
        onChange={(allowedDomains) => onEdit({ allowedDomains })}
      />
      <LinesField
        id="policy-denied-domains"
        name="deniedDomains"
        label="Denied domains"
        help="One a line. A domain that is denied stays so even if it is allowed above."
        value={draft.deniedDomains}
        problem={problem('deniedDomains')}
        onChange={(deniedDomains) => onEdit({ deniedDomains })}
      />
    </Stack>
  );
}
