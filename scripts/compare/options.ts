// Options of `npm run compare`.
import { parseArgs } from 'node:util';

export interface Options {
  /** Address of the site, without a path. */
  origin: string;
  space?: string;
  project?: string;
  group?: string;
  /** Continue though the site has many people, or an unknown number. */
  yes: boolean;
}

type Read = [options: Options] | [options: undefined, complaint: { text: string; isHelp: boolean }];

const HELP = `npm run compare -- --site URL [--space KEY] [--project KEY] [--group NAME] [--yes]

  --site URL      the site, such as https://your-site.atlassian.net
  --space KEY     a space to read
  --project KEY   a service project to read
  --group NAME    a group to read
  --yes           go on though the site has more than 500 people, or doesn't say how many

People are given by variables, an API token each: COMPARE_SITE_ADMIN_EMAIL and COMPARE_SITE_ADMIN_TOKEN, likewise CONFLUENCE_ADMIN,
SPACE_ADMIN (of --space), OTHER_ADMIN, MEMBER, AGENT (of --project), JIRA_ADMIN. Who and what isn't given is listed as not compared.
All calls read, but for one group "space-steward-check-…", which the site admin creates and deletes.`;

/** Reads the command line. Returns the help text or a problem instead of options. */
export function readOptions(args: string[]): Read {
  try {
    const { help, site, yes, ...objects } = parse(args);
    if (help) return [undefined, { text: HELP, isHelp: true }];
    const origin = originOf(site ?? '');
    if (origin === undefined) {
      return complain(
        '--site needs an https address; http is for 127.0.0.1 and localhost only, since tokens are sent to it.',
      );
    }
    return [{ origin, yes, ...objects }];
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error));
  }
}

function parse(args: string[]) {
  return parseArgs({
    args,
    options: {
      site: { type: 'string' },
      space: { type: 'string' },
      project: { type: 'string' },
      group: { type: 'string' },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values;
}

function originOf(site: string): string | undefined {
  const url = URL.parse(site);
  const isHere = url?.hostname === '127.0.0.1' || url?.hostname === 'localhost';
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere) ? url.origin : undefined;
}

function complain(sentence: string): Read {
  return [undefined, { text: `${sentence}\n\n${HELP}`, isHelp: false }];
}
