// Sentences of the form in which a rule of Jira Automation configures the action "Create portal customer".

/** Holds the words around the form. */
export const ACTION_FORM = {
  loading: 'Loading the configuration',
  title: 'Who creates customers with this rule',
  owner:
    'Anyone who can trigger this rule creates customers as the owner of its connection. The owner must be allowed to create customers in the service project.',
  turnedOn:
    'A Jira administrator must turn on automation rules for the project, in the settings of Space Steward in Jira.',
  notTaken: 'Automation didn’t accept your last change. Change a field again, or reload the page.',
} as const;

interface InputWords {
  label: string;
  help: string;
  /** Message for a required input that is empty. */
  missing?: string;
}

/** Describes its inputs, by the names that manifest.yml declares. */
export const ACTION_INPUTS = {
  issueKey: {
    label: 'Work item key',
    help: 'The work item that triggered the rule: {{issue.key}}. The customer is created in its service project, and the result is written into it as an internal comment.',
    missing: 'Enter a work item key, such as {{issue.key}}.',
  },
  email: {
    label: 'Email address',
    help: 'The person who becomes a customer. A smart value such as {{issue.summary}} takes it from the work item.',
    missing: 'Enter an email address, or a smart value such as {{issue.summary}}.',
  },
  displayName: {
    label: 'Name',
    help: 'As Jira shows it, or a smart value such as {{issue.description}}. If it’s empty, the part of the address before the @ is used.',
  },
  organizationId: {
    label: 'Organization ID',
    help: 'The number of an organization to add the person to. Leave it empty for none.',
  },
} as const satisfies Record<string, InputWords>;
