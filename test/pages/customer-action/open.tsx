// Opens the form of the action, as Automation does in a rule.
import { vi } from 'vitest';

import { CustomerAction } from '../../../static/customer-action/page';
import { show } from '../show';

interface Opened {
  /** What the rule holds. */
  inputs?: Record<string, unknown>;
  /** What Automation finds wrong with it. */
  invalidInputs?: Record<string, { message: string }>;
  /** Whether Automation takes what is submitted. */
  takes?: () => boolean;
}

const LABELS = {
  issueKey: /^Work item key/,
  email: /^Email address/,
  displayName: /^Name/,
  organizationId: /^Organization ID/,
} as const;

export async function open({ inputs, invalidInputs = {}, takes = () => true }: Opened = {}) {
  const submit = vi.fn<(payload: unknown) => boolean>(takes);
  const extension = { type: 'core:action', data: { inputs }, errors: { invalidInputs } };
  const view = await show(<CustomerAction />, { submit, context: { extension } });
  async function field(name: keyof typeof LABELS) {
    return view.screen.findByLabelText<HTMLInputElement>(LABELS[name]);
  }
  return {
    ...view,
    field,
    /** What `view.submit()` was given, oldest first. */
    submitted: () => submit.mock.calls.map(([payload]) => payload),
    /** What the product's own button does with a form. */
    next: async () => {
      (await field('email')).form?.requestSubmit();
    },
  };
}
