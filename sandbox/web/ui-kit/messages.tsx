// Messages: SectionMessage with its actions, EmptyState. Their actions are elements in props, which the app's reconciler leaves alone.
// https://developer.atlassian.com/platform/forge/ui-kit/components/section-message/
import EmptyState from '@atlaskit/empty-state/empty-state';
import type { EmptyStateProps, SectionMessageActionProps, SectionMessageProps } from '@atlaskit/forge-react-types';
import SectionMessage from '@atlaskit/section-message/message';
import SectionMessageAction from '@atlaskit/section-message/message-action';
import type { ComponentProps, ReactElement } from 'react';

import { docsOf } from './doc';
import { component } from './entry';
import type { Catalogue } from './entry';
import { drawAll, Node } from './node';

type Heading = NonNullable<ComponentProps<typeof EmptyState>['headingLevel']>;

export const messages: Catalogue = {
  SectionMessage: component<SectionMessageProps>()(
    ['actions', 'appearance', 'testId', 'title'],
    ({ props: { actions, ...props }, children }) => (
      <SectionMessage {...props} {...(actions !== undefined && { actions: drawActions(actions) })}>
        {children}
      </SectionMessage>
    ),
  ),
  SectionMessageAction: component<SectionMessageActionProps>()(['href', 'onClick', 'testId'], ({ props, children }) => (
    <SectionMessageAction {...props}>{children}</SectionMessageAction>
  )),
  EmptyState: component<EmptyStateProps>()(
    [
      'buttonGroupLabel',
      'description',
      'header',
      'headingLevel',
      'isLoading',
      'primaryAction',
      'secondaryAction',
      'tertiaryAction',
      'testId',
      'width',
    ],
    ({ props: { description, headingLevel, primaryAction, secondaryAction, tertiaryAction, ...props } }) => (
      <EmptyState
        {...props}
        {...(headingLevel !== undefined && { headingLevel: headingLevel as Heading })}
        description={drawProp(description, 'description')}
        primaryAction={drawProp(primaryAction, 'primaryAction')}
        secondaryAction={drawProp(secondaryAction, 'secondaryAction')}
        tertiaryAction={drawProp(tertiaryAction, 'tertiaryAction')}
      />
    ),
  ),
};

function drawActions(actions: unknown): ReactElement[] {
  return docsOf(actions, 'action').map((doc) => <Node key={doc.key} doc={doc} />);
}

function drawProp(value: unknown, name: string) {
  return value === undefined ? undefined : drawAll(docsOf(value, name));
}
