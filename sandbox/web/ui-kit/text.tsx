// Text: Heading, Text, Strong, Em, Strike, Code, CodeBlock, Link, List.
// https://developer.atlassian.com/platform/forge/ui-kit/components/text/
import CodeBlock from '@atlaskit/code/block';
import Code from '@atlaskit/code/inline';
import type {
  CodeBlockProps,
  CodeProps,
  HeadingProps,
  LinkProps,
  ListProps,
  TextProps,
} from '@atlaskit/forge-react-types';
import Heading from '@atlaskit/heading/heading';
import AtlaskitLink from '@atlaskit/link/link';
import { Text } from '@atlaskit/primitives/compiled/text';

import { component } from './entry';
import type { Catalogue } from './entry';

export const text: Catalogue = {
  Heading: component<HeadingProps>()(['as', 'color', 'id', 'size', 'testId'], ({ props, children }) => (
    <Heading size="medium" {...props}>
      {children}
    </Heading>
  )),
  Text: component<TextProps>()(
    ['align', 'as', 'color', 'maxLines', 'size', 'testId', 'weight'],
    ({ props: { as = 'p', ...props }, children }) =>
      as === 'strike' ? (
        <Text {...props}>
          <s>{children}</s>
        </Text>
      ) : (
        <Text as={as} {...props}>
          {children}
        </Text>
      ),
  ),
  Strong: component<object>()([], ({ children }) => <Text as="strong">{children}</Text>),
  Em: component<object>()([], ({ children }) => <Text as="em">{children}</Text>),
  Strike: component<object>()([], ({ children }) => <s>{children}</s>),
  Code: component<CodeProps>()(['testId'], ({ props, children }) => <Code {...props}>{children}</Code>),
  CodeBlock: component<CodeBlockProps>()(
    [
      'highlight',
      'highlightedEndText',
      'highlightedStartText',
      'language',
      'shouldWrapLongLines',
      'showLineNumbers',
      'testId',
      'text',
    ],
    ({ props }) => <CodeBlock {...props} />,
  ),
  Link: component<LinkProps>()(['href', 'openNewTab'], ({ props, children }) => (
    <AtlaskitLink href={props.href} {...(props.openNewTab === true && { target: '_blank' })}>
      {children}
    </AtlaskitLink>
  )),
  List: component<ListProps>()(['type'], ({ props, children }) =>
    props.type === 'ordered' ? <ol>{children}</ol> : <ul>{children}</ul>,
  ),
  ListItem: component<object>()([], ({ children }) => <li>{children}</li>),
};
