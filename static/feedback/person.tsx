import { Inline, Text, User } from '@forge/react';

/** Shows a word or two, and the person whom the product then draws. */
export function Person({ label, accountId }: { label: string; accountId: string }) {
  return (
    <Inline space="space.100" alignBlock="center">
      <Text>{label}</Text>
      <User accountId={accountId} />
    </Inline>
  );
}
