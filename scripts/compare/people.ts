// The people who make the calls: one for each kind on the demo site.
export interface Credentials {
  email: string;
  token: string;
}

/** Maps a kind, such as `space-admin`, to credentials. */
export type People = ReadonlyMap<string, Credentials>;

const EMAIL = /^COMPARE_(\w+)_EMAIL$/;

/** Reads the people from the environment. Throws a sentence if a token is missing or a kind is unknown. */
export function readPeople(env: NodeJS.ProcessEnv, kinds: readonly string[]): People {
  const people = Object.entries(env).flatMap(([name, email = '']): [string, Credentials][] => {
    const word = EMAIL.exec(name)?.[1];
    if (word === undefined || email === '') return [];
    const kind = word.toLowerCase().replaceAll('_', '-');
    const token = env[`COMPARE_${word}_TOKEN`] ?? '';
    if (!kinds.includes(kind))
      throw new Error(`${name}: "${kind}" isn't a kind of person. Kinds: ${kinds.join(', ')}.`);
    if (token === '') throw new Error(`COMPARE_${word}_TOKEN is missing.`);
    return [[kind, { email, token }]];
  });
  if (people.length === 0)
    throw new Error('Nobody is given: set COMPARE_SITE_ADMIN_EMAIL and COMPARE_SITE_ADMIN_TOKEN, or others.');
  return new Map(people);
}

/** Names the variables of a kind. */
export function variablesOf(kind: string): string {
  const word = kind.toUpperCase().replaceAll('-', '_');
  return `COMPARE_${word}_EMAIL and _TOKEN`;
}
