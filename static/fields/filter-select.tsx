import { Box, Label, Select, xcss } from '@forge/react';

import { CONTROLS } from '../../src/shared/words/controls';

interface Props<Value extends string> {
  id: string;
  label: string;
  options: readonly { value: Value; label: string }[];
  /** Absent: anything. */
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

/** Wide enough for names of people and groups, which the fields would otherwise cut off. */
export const filterStyle = xcss({ width: '180px' });

/** Narrows a list down to one of several values. */
export function FilterSelect<Value extends string>({ id, label, options, value, onChange }: Props<Value>) {
  return (
    <Box xcss={filterStyle}>
      <Label labelFor={id}>{label}</Label>
      <Select
        inputId={id}
        name={id}
        isClearable
        placeholder={CONTROLS.any}
        options={[...options]}
        value={options.find((option) => option.value === value) ?? null}
        onChange={(choice: { value: Value } | null) => onChange(choice?.value)}
      />
    </Box>
  );
}
