// Status indicators: Badge, Lozenge, Tag, TagGroup, Spinner, ProgressBar.
// https://developer.atlassian.com/platform/forge/ui-kit/components/badge/
import Badge from '@atlaskit/badge/badge';
import type {
  BadgeProps,
  LozengeProps,
  ProgressBarProps,
  TagProps,
  SpinnerProps,
  TagGroupProps,
} from '@atlaskit/forge-react-types';
import Lozenge from '@atlaskit/lozenge/lozenge';
import ProgressBar from '@atlaskit/progress-bar/progress-bar';
import Spinner from '@atlaskit/spinner/spinner';
import TagGroup from '@atlaskit/tag-group/tag-group';
import RemovableTag from '@atlaskit/tag/removable-tag';
import Tag from '@atlaskit/tag/simple-tag';

import { textOf } from './doc';
import { component } from './entry';
import type { Catalogue } from './entry';

export const status: Catalogue = {
  Badge: component<BadgeProps>()(['appearance', 'max', 'testId'], ({ props, doc }) => (
    <Badge {...props}>{badgeValue(doc.children.map(textOf).join(''))}</Badge>
  )),
  Lozenge: component<LozengeProps>()(['appearance', 'isBold', 'maxWidth', 'testId'], ({ props, children }) => (
    <Lozenge {...props}>{children}</Lozenge>
  )),
  Tag: component<TagProps>()(
    ['appearance', 'color', 'href', 'isRemovable', 'onAfterRemoveAction', 'removeButtonLabel', 'testId', 'text'],
    ({ props: { isRemovable, onAfterRemoveAction, removeButtonLabel, ...props } }) =>
      isRemovable === true ? (
        <RemovableTag
          {...props}
          {...(onAfterRemoveAction && { onAfterRemoveAction })}
          {...(removeButtonLabel !== undefined && { removeButtonLabel })}
        />
      ) : (
        <Tag {...props} />
      ),
  ),
  TagGroup: component<TagGroupProps>()(['alignment'], ({ props, children }) => (
    <TagGroup {...props}>{children}</TagGroup>
  )),
  Spinner: component<SpinnerProps>()(['appearance', 'delay', 'label', 'size', 'testId'], ({ props }) => (
    <Spinner {...props} />
  )),
  ProgressBar: component<ProgressBarProps>()(
    ['appearance', 'ariaLabel', 'isIndeterminate', 'testId', 'value'],
    ({ props }) => <ProgressBar {...props} />,
  ),
};

/** Converts numeric text to a number: Badge shortens only numbers above `max` (99 by default). */
function badgeValue(text: string): string | number {
  return text === '' || Number.isNaN(Number(text)) ? text : Number(text);
}
