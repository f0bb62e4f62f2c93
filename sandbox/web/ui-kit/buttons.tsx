// Buttons: Button, LoadingButton (still Atlaskit's older one), LinkButton, ButtonGroup.
// https://developer.atlassian.com/platform/forge/ui-kit/components/button/
import ButtonGroup from '@atlaskit/button/button-group';
import LinkButton from '@atlaskit/button/link';
import LoadingButton from '@atlaskit/button/loading-button';
import Button from '@atlaskit/button/new';
import type { ButtonGroupProps, ButtonProps, LinkButtonProps, LoadingButtonProps } from '@atlaskit/forge-react-types';

import { component } from './entry';
import type { Catalogue } from './entry';
import { useGlyph } from './icons';
import { drawAll } from './node';

const PUSHABLE = [
  'appearance',
  'autoFocus',
  'isDisabled',
  'isSelected',
  'onBlur',
  'onClick',
  'onFocus',
  'shouldFitContainer',
  'spacing',
  'testId',
] as const;

export const buttons: Catalogue = {
  Button: component<ButtonProps>()(
    [...PUSHABLE, 'iconAfter', 'iconBefore', 'type'],
    ({ props: { iconBefore, iconAfter, spacing, ...props }, children }) => {
      const before = useGlyph(iconBefore);
      const after = useGlyph(iconAfter);
      return (
        <Button
          {...props}
          spacing={spacing === 'compact' ? 'compact' : 'default'}
          {...(before && { iconBefore: before })}
          {...(after && { iconAfter: after })}
        >
          {children}
        </Button>
      );
    },
  ),
  LoadingButton: component<LoadingButtonProps>()([...PUSHABLE, 'isLoading', 'type'], ({ props, children }) => (
    <LoadingButton {...props}>{children}</LoadingButton>
  )),
  LinkButton: component<LinkButtonProps>()(
    [...PUSHABLE, 'href', 'target'],
    ({ props: { href = '', spacing, appearance, ...props }, children }) => (
      <LinkButton
        {...props}
        href={href}
        appearance={appearance === 'link' || appearance === 'subtle-link' ? 'subtle' : (appearance ?? 'default')}
        spacing={spacing === 'compact' ? 'compact' : 'default'}
      >
        {children}
      </LinkButton>
    ),
  ),
  ButtonGroup: component<ButtonGroupProps>()(['appearance', 'label', 'testId', 'titleId'], ({ props, doc }) => (
    // ButtonGroup wraps each child separately, so it gets them one by one.
    <ButtonGroup {...props}>{doc.children.map((child) => drawAll([child]))}</ButtonGroup>
  )),
};
