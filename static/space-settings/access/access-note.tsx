import { Button, SectionMessage, Stack, Text } from '@forge/react';

import { SPACE_ACCESS } from '../../../src/shared/words/space-access';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import type { Access } from './use-access';

/** Shows and hides what groups may do in the space, and says above the list what of it was not read. */
export function AccessNote({ access }: { access: Access }) {
  const { isShown, busy, failure, value, show, hide } = access;
  return (
    <Stack space="space.100" alignInline="start">
      <Button appearance="subtle" spacing="compact" onClick={isShown ? hide : show}>
        {isShown ? SPACE_ACCESS.hide : SPACE_ACCESS.show}
      </Button>
      {busy && <Loading label={SPACE_ACCESS.reading} />}
      {failure !== undefined && <FailureMessage failure={failure} onRetry={show} />}
      {value?.incomplete === true && (
        <SectionMessage appearance="warning">
          <Text>{SPACE_ACCESS.incomplete}</Text>
        </SectionMessage>
      )}
      {value?.kind === 'roles' && <Text color="color.text.subtle">{SPACE_ACCESS.rolesOnly}</Text>}
    </Stack>
  );
}
