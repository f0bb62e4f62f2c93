// Text fields: Textfield, TextArea. A controlled one shows typed text before the app answers.
// https://developer.atlassian.com/platform/forge/ui-kit/components/textfield/
import type { TextAreaProps, TextfieldProps } from '@atlaskit/forge-react-types';
import TextArea from '@atlaskit/textarea/text-area';
import Textfield from '@atlaskit/textfield/text-field';
import type { ChangeEvent } from 'react';

import { docsOf } from './doc';
import { useEcho } from './echo';
import { component } from './entry';
import type { Catalogue } from './entry';
import { drawAll } from './node';

const TYPED = [
  'appearance',
  'aria-invalid',
  'aria-labelledby',
  'autoFocus',
  'defaultValue',
  'id',
  'isCompact',
  'isDisabled',
  'isInvalid',
  'isMonospaced',
  'isReadOnly',
  'isRequired',
  'maxLength',
  'minLength',
  'name',
  'onBlur',
  'onChange',
  'onFocus',
  'placeholder',
  'testId',
  'value',
] as const;

type Field = typeof Textfield;
type Area = typeof TextArea;

export const fields: Catalogue = {
  Textfield: component<TextfieldProps>()(
    [...TYPED, 'elemAfterInput', 'elemBeforeInput', 'max', 'min', 'pattern', 'type', 'width'],
    ({ props: { onBlur, onFocus, elemAfterInput, elemBeforeInput, ...props } }) => (
      <Textfield
        {...(props as Parameters<Field>[0])}
        {...(useTyped(props) as Parameters<Field>[0])}
        onBlur={onBlur as never}
        onFocus={onFocus as never}
        elemAfterInput={drawAll(docsOf(elemAfterInput, 'after'))}
        elemBeforeInput={drawAll(docsOf(elemBeforeInput, 'before'))}
      />
    ),
  ),
  TextArea: component<TextAreaProps>()(
    [...TYPED, 'maxHeight', 'minimumRows', 'resize', 'spellCheck'],
    ({ props: { onBlur, onFocus, ...props } }) => (
      <TextArea
        {...(props as Parameters<Area>[0])}
        {...(useTyped(props) as Parameters<Area>[0])}
        onBlur={onBlur as never}
        onFocus={onFocus as never}
      />
    ),
  ),
};

interface Controlled<Value> {
  value?: Value;
  onChange?: unknown;
}

type Typed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement>;

/** Returns props that make a field hold typed text and pass it to the app. */
function useTyped<Value>(props: Controlled<Value>) {
  const [shown, type] = useEcho(props.value);
  const isControlled = 'value' in props;
  return {
    ...(isControlled && { value: shown ?? '' }),
    onChange: (event: Typed) => {
      if (isControlled) type(event.target.value as Value);
      (props.onChange as ((event: Typed) => void) | undefined)?.(event);
    },
  };
}
