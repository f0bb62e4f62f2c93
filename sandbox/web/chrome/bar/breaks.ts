// What the bar can break: faults of the sandbox that stay until they are switched off.

interface Break {
  key: string;
  text: string;
  about: string;
  faults: readonly object[];
}

/** In the order in which they strike: a call meets the first that fits. */
export const BREAKS: readonly Break[] = [
  {
    key: 'confluence',
    text: 'Confluence is down',
    about: 'Each call is answered 503.',
    faults: [{ path: '/wiki/', status: 503 }],
  },
  {
    key: 'jira',
    text: 'Jira is down',
    about: 'Each call is answered 503.',
    faults: [
      { path: '/rest/api/3/', status: 503 },
      { path: '/rest/servicedeskapi/', status: 503 },
    ],
  },
  {
    key: 'quota',
    text: "The app's quota is used up",
    about: 'Calls of the app are answered 429, those of other clients are served.',
    faults: [{ preset: 'quota-used-up' }],
  },
  {
    key: 'slow',
    text: 'Slow answers',
    about: 'Each call takes 2 seconds longer.',
    faults: [{ delayMs: 2000 }],
  },
];

/** As often as a fault can strike. */
const UNTIL_SWITCHED_OFF = 1_000_000;

/** Returns the name of a break's faults, by which they are found and forgotten. */
export function faultName(key: string): string {
  return `bar: ${key}`;
}

/** Returns the faults of these breaks, in the order in which they strike. */
export function faultsOf(keys: ReadonlySet<string>): object[] {
  return BREAKS.filter(({ key }) => keys.has(key)).flatMap(({ key, faults }) =>
    faults.map((fault) => ({ on: 'rest', ...fault, name: faultName(key), times: UNTIL_SWITCHED_OFF })),
  );
}
