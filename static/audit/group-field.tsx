import { Box, Button, HelperMessage, Inline, Label, Stack, Textfield } from '@forge/react';
import { useState } from 'react';

import { AUDIT } from '../../src/shared/words/audit';
import { filterStyle } from '../fields/filter-select';

interface Props {
  /** The group searched for now. */
  value: string | undefined;
  onChange: (typed: string | undefined) => void;
}

/** Finds the entries of a group that isn't in a list: by its id, or by the exact name that it had. */
export function GroupField({ value, onChange }: Props) {
  const [typed, setTyped] = useState(value ?? '');
  const wanted = typed.trim();
  return (
    <Stack>
      <Label labelFor="audit-group-typed">{AUDIT.typedGroup}</Label>
      <Inline space="space.050" alignBlock="center">
        <Box xcss={filterStyle}>
          <Textfield
            id="audit-group-typed"
            name="audit-group-typed"
            value={typed}
            maxLength={255}
            onChange={(event) => setTyped(String(event.target.value))}
          />
        </Box>
        <Button isDisabled={wanted === (value ?? '')} onClick={() => onChange(wanted === '' ? undefined : wanted)}>
          {AUDIT.find}
        </Button>
      </Inline>
      <HelperMessage>{AUDIT.deletedToo}</HelperMessage>
    </Stack>
  );
}
