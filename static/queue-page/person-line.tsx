import { Inline, Lozenge, Stack, Strong, Text } from '@forge/react';
import type { ComponentProps, ReactNode } from 'react';

interface Props {
  /** The address, or the text in its place. */
  who: string;
  name?: string | undefined;
  label: string;
  appearance: NonNullable<ComponentProps<typeof Lozenge>['appearance']>;
  texts: readonly string[];
  /** The agent's options. */
  children?: ReactNode;
}

/** Shows a person or a line of the list, with a status and sentences about it. */
export function PersonLine({ who, name, label, appearance, texts, children }: Props) {
  return (
    <Stack space="space.025">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge appearance={appearance}>{label}</Lozenge>
        <Text>
          <Strong>{who}</Strong>
        </Text>
        {name !== undefined && <Text>{name}</Text>}
      </Inline>
      {texts.map((text) => (
        <Text key={text} color="color.text.subtle">
          {text}
        </Text>
      ))}
      {children}
    </Stack>
  );
}
