/** The inputs that manifest.yml declares for the action. Automation rejects a configuration that holds any other. */
export const INPUTS = ['issueKey', 'email', 'displayName', 'organizationId'] as const;

export type InputName = (typeof INPUTS)[number];

/** What is configured: text, which can hold smart values. */
export type Values = Readonly<Record<InputName, string>>;
/** What is wrong with it. */
export type Problems = Readonly<Partial<Record<InputName, string | undefined>>>;

interface InputText {
  label: string;
  help: string;
  /** What is said where a required one is empty. */
  missing?: string;
}

export const INPUT_TEXT: Readonly<Record<InputName, InputText>> = {
  issueKey: {
    label: 'Work item key',
    help: 'The work item that set the rule off: {{issue.key}}. Its service project is where the customer is created, and the result is written into it as an internal comment.',
    missing: 'Enter a work item key, such as {{issue.key}}.',
  },
  email: {
    label: 'E-mail address',
    help: 'Of the person who is to become a customer. A smart value such as {{issue.summary}} takes it from the work item.',
    missing: 'Enter an e-mail address, or a smart value such as {{issue.summary}}.',
  },
  displayName: {
    label: 'Name',
    help: 'As Jira shows it, or a smart value such as {{issue.description}}. Where it is empty, the part of the address before the @ is taken.',
  },
  organizationId: {
    label: 'Organization id',
    help: 'The number of an organization that the person is added to. Leave it empty for none.',
  },
};

/** Whether a person must fill it in; undefined if it is filled or may be empty. */
export function missingProblem(name: InputName, text: string): string | undefined {
  return text.trim() === '' ? INPUT_TEXT[name].missing : undefined;
}
