import { ACTION_INPUTS } from '../../src/shared/words/automation-action';

/** The inputs that manifest.yml declares for the action. Automation rejects a configuration that holds any other. */
export const INPUTS = ['issueKey', 'email', 'displayName', 'organizationId'] as const;

export type InputName = (typeof INPUTS)[number];

/** Holds the configured text, which can contain smart values. */
export type Values = Readonly<Record<InputName, string>>;
/** Says what is wrong with the inputs. */
export type Problems = Readonly<Partial<Record<InputName, string | undefined>>>;

interface InputText {
  label: string;
  help: string;
  /** Message for a required input that is empty. */
  missing?: string;
}

export const INPUT_TEXT: Readonly<Record<InputName, InputText>> = ACTION_INPUTS;

/** Says that a person must fill it in; undefined if it's filled or can be empty. */
export function missingProblem(name: InputName, text: string): string | undefined {
  return text.trim() === '' ? INPUT_TEXT[name].missing : undefined;
}
