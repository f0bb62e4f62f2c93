// Choices: Checkbox, CheckboxGroup, Radio, RadioGroup, Toggle.
// https://developer.atlassian.com/platform/forge/ui-kit/components/checkbox/
import { Checkbox } from '@atlaskit/checkbox/checkbox';
import type {
  CheckboxGroupProps,
  CheckboxProps,
  RadioGroupProps,
  RadioProps,
  ToggleProps,
} from '@atlaskit/forge-react-types';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import Radio from '@atlaskit/radio/radio';
import RadioGroup from '@atlaskit/radio/radio-group';
import Toggle from '@atlaskit/toggle/toggle';
import type { ChangeEvent, ComponentProps } from 'react';

import { useEcho } from './echo';
import { component } from './entry';
import type { Catalogue, Drawing } from './entry';

const TICKED = ['id', 'isChecked', 'isDisabled', 'name', 'onBlur', 'onChange', 'onFocus', 'testId', 'value'] as const;
const CHECKED = ['aria-invalid', 'aria-labelledby', 'isInvalid', 'isRequired', 'label'] as const;

/** Props that `register()` passes to every field, though not every published type takes them. */
const REGISTERED = ['aria-invalid', 'defaultValue', 'id', 'isInvalid', 'onBlur'];

export const choices: Catalogue = {
  Checkbox: component<CheckboxProps>()([...TICKED, ...CHECKED, 'defaultChecked', 'isIndeterminate'], ({ props }) => (
    <Checkbox {...(props as ComponentProps<typeof Checkbox>)} {...useTicked(props)} />
  )),
  Toggle: component<ToggleProps>()(
    [...TICKED, 'defaultChecked', 'label', 'size'],
    ({ props }) => <Toggle {...(props as ComponentProps<typeof Toggle>)} {...useTicked(props)} />,
    REGISTERED,
  ),
  Radio: component<RadioProps>()([...TICKED, ...CHECKED, 'ariaLabel'], ({ props }) => (
    <Radio {...(props as ComponentProps<typeof Radio>)} {...useTicked(props)} />
  )),
  CheckboxGroup: component<CheckboxGroupProps>()(
    ['defaultValue', 'isDisabled', 'name', 'onChange', 'options', 'value'],
    CheckboxGroup,
    REGISTERED,
  ),
  RadioGroup: component<RadioGroupProps>()(
    [
      'aria-labelledby',
      'defaultValue',
      'isDisabled',
      'isInvalid',
      'isRequired',
      'name',
      'onChange',
      'options',
      'testId',
      'value',
    ],
    RadioGroupView,
    REGISTERED,
  ),
};

type Ticked = ChangeEvent<HTMLInputElement>;

/** Returns props that show a tick before the app answers. */
function useTicked(props: { isChecked?: boolean | undefined; onChange?: unknown }) {
  const [shown, tick] = useEcho(props.isChecked);
  const isControlled = 'isChecked' in props;
  return {
    ...(isControlled && { isChecked: shown === true }),
    onChange: (event: Ticked) => {
      if (isControlled) tick(event.target.checked);
      (props.onChange as ((event: Ticked) => void) | undefined)?.(event);
    },
  };
}

function CheckboxGroup({ props }: Drawing<CheckboxGroupProps>) {
  const [shown, choose] = useEcho(props.value ?? props.defaultValue ?? []);

  function onTick(value: string, isTicked: boolean): void {
    const next = isTicked ? [...shown, value] : shown.filter((other) => other !== value);
    choose(next);
    props.onChange?.(next);
  }

  return (
    <Stack>
      {props.options.map(({ value, label, isDisabled }) => (
        <Checkbox
          key={value}
          name={props.name}
          value={value}
          label={label}
          isDisabled={props.isDisabled === true || isDisabled === true}
          isChecked={shown.includes(value)}
          onChange={(event) => {
            onTick(value, event.target.checked);
          }}
        />
      ))}
    </Stack>
  );
}

function RadioGroupView({ props }: Drawing<Partial<RadioGroupProps>>) {
  const [shown, choose] = useEcho(props.value);
  return (
    <RadioGroup
      {...(props as ComponentProps<typeof RadioGroup>)}
      {...('value' in props && { value: shown ?? null })}
      onChange={(event) => {
        if ('value' in props) choose(event.target.value);
        (props.onChange as ((event: Ticked) => void) | undefined)?.(event);
      }}
    />
  );
}
