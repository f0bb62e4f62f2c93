import { ErrorMessage, Form, SectionMessage, Stack, Text } from '@forge/react';

import type { Configuration } from './configuration';
import { InputField } from './input-field';
import { INPUTS } from './inputs';
import { useConfiguration } from './use-configuration';

interface Props {
  start: Configuration;
  isDisabled: boolean;
}

/** The inputs of the action. It has no button: Automation's own saves the rule. */
export function ActionForm({ start, isDisabled }: Props) {
  const { values, problems, isRefused, edit, finish } = useConfiguration(start);
  return (
    <Form onSubmit={finish}>
      <Stack space="space.200">
        <SectionMessage appearance="warning" title="Who creates customers with this rule">
          <Text>
            Whoever can set the rule off creates customers in the name of the owner of the rule’s connection. That must
            be somebody who may create customers in the service project.
          </Text>
          <Text>
            A Jira administrator must have switched automation rules on for the project, in the settings of Space
            Steward in Jira.
          </Text>
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
        {isRefused && (
          <ErrorMessage>
            Automation did not take what you typed last. Change a field again, or reload the page.
          </ErrorMessage>
        )}
      </Stack>
    </Form>
  );
}
