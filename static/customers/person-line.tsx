import { Inline, Lozenge, Stack, Strong, Text } from '@forge/react';
import type { ComponentProps } from 'react';

import type { TypedPerson } from './parse-people';

interface Props {
  person: TypedPerson;
  label: string;
  appearance: NonNullable<ComponentProps<typeof Lozenge>['appearance']>;
  texts: readonly string[];
}

/** A person as typed, how it stands with him, and sentences about it. */
export const PersonLine = ({ person, label, appearance, texts }: Props) => (
  <Stack space="space.025">
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <Lozenge appearance={appearance}>{label}</Lozenge>
      <Text>
        <Strong>{person.email === '' ? person.line : person.email}</Strong>
      </Text>
      {person.displayName !== undefined && <Text>{person.displayName}</Text>}
    </Inline>
    {texts.map((text) => (
      <Text key={text} color="color.text.subtle">
        {text}
      </Text>
    ))}
  </Stack>
);
