// Select: one or many options, with a filter that the app may follow.
// https://developer.atlassian.com/platform/forge/ui-kit/components/select/
import type { SelectProps } from '@atlaskit/forge-react-types';
import AtlaskitSelect from '@atlaskit/select/select';

import { useEcho } from './echo';
import { component } from './entry';
import type { Catalogue, Drawing } from './entry';

const NAMES = [
  'appearance',
  'autoFocus',
  'closeMenuOnScroll',
  'closeMenuOnSelect',
  'defaultInputValue',
  'defaultMenuIsOpen',
  'defaultValue',
  'id',
  'inputId',
  'inputValue',
  'isClearable',
  'isDisabled',
  'isInvalid',
  'isLoading',
  'isMulti',
  'isRequired',
  'isSearchable',
  'menuIsOpen',
  'name',
  'onBlur',
  'onChange',
  'onFocus',
  'onInputChange',
  'openMenuOnFocus',
  'options',
  'placeholder',
  'spacing',
  'testId',
  'value',
] as const;

export const select: Catalogue = {
  Select: component<SelectProps>()(NAMES, SelectView, ['aria-invalid']),
};

interface Option {
  label: string;
  value: string;
}
type Choice = Option | readonly Option[] | null;

function SelectView({ props }: Drawing<Pick<SelectProps, (typeof NAMES)[number]>>) {
  const { id, inputId, onChange, onInputChange, value, ...rest } = props;
  const [choice, choose] = useEcho(value as Choice);
  return (
    <AtlaskitSelect<Option, boolean>
      {...rest}
      // `register()` passes an `id` that a Label points at: the text input must carry it, or the label would name nothing.
      {...((inputId ?? id) !== undefined && { inputId: inputId ?? id ?? '' })}
      {...('value' in props && { value: choice })}
      onChange={(chosen) => {
        choose(chosen);
        (onChange as ((chosen: Choice) => void) | undefined)?.(chosen);
      }}
      onInputChange={(typed) => {
        (onInputChange as ((typed: string) => void) | undefined)?.(typed);
      }}
    />
  );
}
