// Layout: Stack, Inline, Box. Spaces and colors are design tokens.
// https://developer.atlassian.com/platform/forge/ui-kit/components/stack/
import type { BoxProps, InlineProps, StackProps } from '@atlaskit/forge-react-types';
import { Box } from '@atlaskit/primitives/box';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { xcss } from '@atlaskit/primitives/xcss';
import { useMemo } from 'react';

import { component } from './entry';
import type { Catalogue } from './entry';

export const layout: Catalogue = {
  // The product stacks the tree's top nodes.
  Root: component<object>()([], ({ children }) => <Stack space="space.200">{children}</Stack>),
  ContentWrapper: component<{ name: string }>()(['name'], ({ children }) => <>{children}</>),
  Stack: component<StackProps>()(
    ['alignBlock', 'alignInline', 'grow', 'space', 'spread', 'testId'],
    ({ props, children }) => <Stack {...props}>{children}</Stack>,
  ),
  Inline: component<InlineProps>()(
    ['alignBlock', 'alignInline', 'spread', 'grow', 'space', 'shouldWrap', 'separator', 'rowSpace', 'testId'],
    ({ props, children }) => <Inline {...props}>{children}</Inline>,
  ),
  Box: component<BoxProps>()(
    [
      'backgroundColor',
      'padding',
      'paddingBlock',
      'paddingBlockEnd',
      'paddingBlockStart',
      'paddingInline',
      'paddingInlineEnd',
      'paddingInlineStart',
      'role',
      'testId',
      'xcss',
    ],
    ({ props: { xcss: styles, ...props }, children }) => (
      <Box {...props} xcss={useStyles(styles)}>
        {children}
      </Box>
    ),
  ),
};

/** Turns UI Kit's `xcss`, a plain object, into styles with Atlaskit's own function. */
function useStyles(styles: unknown) {
  const text = JSON.stringify(styles ?? {});
  return useMemo(() => xcss(JSON.parse(text) as Parameters<typeof xcss>[0]), [text]);
}
