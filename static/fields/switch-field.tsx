import { HelperMessage, Inline, Stack, Text, Toggle } from '@forge/react';

interface Props {
  id: string;
  /** Name of the switch, for screen readers. */
  label: string;
  /** Effect of turning it on. */
  text: string;
  help: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Shows a switch, with what it does. */
export function SwitchField({ id, label, text, help, isOn, onChange }: Props) {
  return (
    <Stack space="space.050">
      <Inline space="space.100" alignBlock="center">
        <Toggle id={id} label={label} isChecked={isOn} onChange={(event) => onChange(event.target.checked === true)} />
        <Text>{text}</Text>
      </Inline>
      <HelperMessage>{help}</HelperMessage>
    </Stack>
  );
}
