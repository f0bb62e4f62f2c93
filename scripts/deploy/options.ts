// Options of `npm run deploy`.
import { parseArgs } from 'node:util';

import { STEP_NAMES, type StepName } from './step-names';

export interface Options {
  environment: string;
  /** Site to install on, such as `your-site.atlassian.net`. */
  site?: string;
  approve: readonly string[];
  /** The person read the scopes and consents to them on the site. */
  confirmScopes: boolean;
  dryRun: boolean;
  /** Steps that the person checked themselves. */
  done: readonly StepName[];
}

type Read = [options: Options] | [options: undefined, complaint: { text: string; isHelp: boolean }];

const HELP = `npm run deploy -- --environment NAME [--site HOST] [--approve RULE] [--confirm-scopes] [--done STEP] [--dry-run]

  --environment NAME   development, staging, production, or one that you made with "forge environments create"
  --site HOST          where to install, such as your-site.atlassian.net; asked for by the Forge CLI unless given
  --approve RULE       passed on to "forge deploy"; MAJOR_VERSION_RULE once the scopes have changed
  --confirm-scopes     you consent to the app's scopes on the site (needed where there is no terminal to ask you)
  --done STEP          you looked yourself, and this step is done: ${STEP_NAMES.join(', ')}
  --dry-run            print the steps and commands, run none`;

/** Reads the command line. Returns the help text or a problem instead of options. */
export function readOptions(args: string[]): Read {
  try {
    const values = parse(args);
    if (values.help) return [undefined, { text: HELP, isHelp: true }];
    const { environment, site, approve, done } = values;
    if (environment === undefined || !/^[\w-]+$/.test(environment)) return complain('--environment NAME is needed.');
    const unknown = done.find((name) => !isStep(name));
    if (unknown !== undefined) return complain(`"${unknown}" isn't a step. Give one of: ${STEP_NAMES.join(', ')}.`);
    const flags = { dryRun: values['dry-run'], confirmScopes: values['confirm-scopes'] };
    return [{ environment, approve, done: done.filter(isStep), ...flags, ...(site !== undefined && { site }) }];
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error));
  }
}

function parse(args: string[]) {
  return parseArgs({
    args,
    options: {
      environment: { type: 'string', short: 'e' },
      site: { type: 'string', short: 's' },
      approve: { type: 'string', multiple: true, default: [] },
      done: { type: 'string', multiple: true, default: [] },
      'confirm-scopes': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values;
}

function complain(sentence: string): Read {
  return [undefined, { text: `${sentence}\n\n${HELP}`, isHelp: false }];
}

function isStep(name: string): name is StepName {
  return STEP_NAMES.some((one) => one === name);
}
