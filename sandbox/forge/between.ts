// What stands between the app's functions and the platform, for whoever decides when each call is performed. Nothing of Atlassian's.

/** Describes one run of a function that begins. */
export interface BegunRun {
  moduleKey: string;
  /** Key of the manifest's function. */
  functionKey: string;
  accountId: string | undefined;
  payload: unknown;
  /** Ends it, as where it runs out of memory. */
  kill: () => void;
}

/** Describes one call of `__forge_fetch__`. */
export interface ForgeFetch {
  descriptor: unknown;
  path: string;
  init: RequestInit;
}

/** Hears of each run, and holds its calls. */
export interface Between {
  begin(run: BegunRun): HeldRun;
}

/** Holds the calls of one run. */
export interface HeldRun {
  /** Answers a call: with what `perform` answers, whenever that is called, or with anything else. */
  pass(call: ForgeFetch, perform: () => Promise<Response>): Promise<Response>;
  /** Hears how the run ended: with what it returned, or with its failure. */
  end(outcome: { value: unknown } | { failure: Error }): void;
}

/** Lets everything pass at once. */
export const NOTHING_BETWEEN: Between = {
  begin: () => ({ pass: (_call, perform) => perform(), end: () => {} }),
};
