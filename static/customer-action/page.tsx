import { useProductContext } from '@forge/react';

import { ACTION_FORM } from '../../src/shared/words/automation-action';
import { Loading } from '../feedback/loading';
import { configurationIn } from './configuration';
import { ActionForm } from './form';
import { useValidating } from './use-validating';

/** Configures the action "Create portal customer" in a rule of Automation. */
export function CustomerAction() {
  const context = useProductContext();
  const isValidating = useValidating();
  if (context === undefined) return <Loading label={ACTION_FORM.loading} />;
  return <ActionForm start={configurationIn(context.extension)} isDisabled={isValidating} />;
}
