// InlineEdit. Its two views arrive as slots; the app's side keeps the value and decides when the field is open.
// https://developer.atlassian.com/platform/forge/ui-kit/components/inline-edit/
import type { InlineEditProps } from '@atlaskit/forge-react-types';
import AtlaskitInlineEdit from '@atlaskit/inline-edit/inline-edit';

import { slot } from './doc';
import { component } from './entry';
import type { Catalogue } from './entry';
import { drawAll } from './node';

export const inlineEdit: Catalogue = {
  InlineEdit: component<InlineEditProps>()(
    [
      'cancelButtonLabel',
      'confirmButtonLabel',
      'editButtonLabel',
      'hideActionButtons',
      'isEditing',
      'isRequired',
      'keepEditViewOpenOnBlur',
      'label',
      'onCancel',
      'onConfirm',
      'onEdit',
      'readViewFitContainerWidth',
      'startWithEditViewOpen',
    ],
    ({ props, doc }) => (
      <AtlaskitInlineEdit
        {...props}
        defaultValue=""
        editView={() => <>{drawAll(slot(doc, 'editView'))}</>}
        readView={() => <>{drawAll(slot(doc, 'readView'))}</>}
        onConfirm={() => {
          props.onConfirm('');
        }}
      />
    ),
  ),
};
