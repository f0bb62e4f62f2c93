import { ErrorMessage, Form, SectionMessage, Stack, Text } from '@forge/react';

import { ACTION_FORM } from '../../src/shared/words/automation-action';
import type { Configuration } from './configuration';
import { InputField } from './input-field';
import { INPUTS } from './inputs';
import { useConfiguration } from './use-configuration';

interface Props {
  start: Configuration;
  isDisabled: boolean;
}

/** Shows the inputs of the action. It doesn't have a button: Automation's own saves the rule. */
export function ActionForm({ start, isDisabled }: Props) {
  const { values, problems, isRefused, edit, finish } = useConfiguration(start);
  return (
    <Form onSubmit={finish}>
      <Stack space="space.200">
        <SectionMessage appearance="warning" title={ACTION_FORM.title}>
          <Text>{ACTION_FORM.owner}</Text>
          <Text>{ACTION_FORM.turnedOn}</Text>
        </SectionMessage>
        {INPUTS.map((name) => (
          <InputField
            key={name}
            name={name}
            value={values[name]}
            problem={problems[name]}
            isDisabled={isDisabled}
            onChange={(text) => edit(name, text)}
          />
        ))}
        {isRefused && <ErrorMessage>{ACTION_FORM.notTaken}</ErrorMessage>}
      </Stack>
    </Form>
  );
}
