import { Inline, Spinner, Text } from '@forge/react';

/** Says what is being waited for. */
export function Loading({ label }: { label: string }) {
  return (
    <Inline space="space.100" alignBlock="center">
      <Spinner label={label} size="medium" />
      <Text>{label}…</Text>
    </Inline>
  );
}
