// Limits of the Forge platform, as data.
// https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/

/** Limits every run of a function: https://developer.atlassian.com/platform/forge/limits-invocation/ */
export const INVOCATION_LIMITS = {
  /** For resolvers and everything else without an entry of its own. */
  defaultSeconds: 25,
  /** Default of consumers and scheduled triggers; their function's `timeoutSeconds` may raise it. */
  backgroundSeconds: 55,
  actionSeconds: 55,
  /** Memory of a function where neither it nor the app names any. */
  memoryMB: 512,
  /** For any invocation. The limit for an app's REST answers isn't documented; the same is assumed. */
  payloadBytes: 5 * 1024 * 1024,
  /** https://developer.atlassian.com/platform/forge/manifest-reference/modules/pre-uninstall-trigger/ */
  preUninstallSeconds: 55,
  maxTimeoutSeconds: 900,
  /** For a front-end request. */
  requestBytes: 500 * 1024,
  responseBytes: 5 * 1024 * 1024,
} as const;

/** Limits stored data: https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/#limitations */
export const STORAGE_LIMITS = {
  keyChars: 500,
  /** https://developer.atlassian.com/platform/forge/storage-reference/entities-errorhandling/ */
  keyPattern: /^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/,
  valueBytes: 240 * 1024,
  valueDepth: 31,
  partitionBytes: 1700,
  rangeBytes: 900,
  /** https://developer.atlassian.com/platform/forge/storage-reference/entities-transactions/#limitations */
  transactionOperations: 25,
  transactionBytes: 4 * 1024 * 1024,
  /** https://developer.atlassian.com/platform/forge/storage-reference/entities-batch/#limitations */
  batchKeys: 25,
  /** https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/#query-limit */
  defaultPage: 10,
  maxPage: 100,
  /** At most "1 year", which may end before the 365th day does: https://developer.atlassian.com/platform/forge/storage-reference/kvs-api/#time-to-live--ttl- */
  maxTtlMs: 364 * 24 * 60 * 60 * 1000,
  /** Atlassian may delete expired data this much later; reads may return it until then. Same page. */
  maxExpiryLagMs: 48 * 60 * 60 * 1000,
  /** https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/#values */
  minInteger: -2_147_483_648,
  maxInteger: 2_147_483_647,
} as const;

/** Limits the queue of events: https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ */
export const QUEUE_LIMITS = {
  eventsPerPush: 50,
  pushBytes: 200 * 1024,
  /** For one event, if its consumer's function may run longer than 55 seconds: https://developer.atlassian.com/platform/forge/limits-async-events/ */
  longEventBytes: 100 * 1024,
  /** Push requests that descend from one initial invocation, over all handlers. Same page. */
  pushesPerChain: 1000,
  eventsPerMinute: 500,
  maxDelaySeconds: 900,
  minRetryAfterSeconds: 1,
  maxRetryAfterSeconds: 900,
  retryDataBytes: 4 * 1024,
  retentionMs: 24 * 60 * 60 * 1000,
  /** Documented as exponential, up to about 15 minutes; the first delay isn't documented. */
  firstBackoffSeconds: 60,
  maxBackoffSeconds: 900,
  /** Finished jobs that the sandbox remembers; not a limit of Atlassian's. */
  knownJobs: 1000,
} as const;

/** Schedules of triggers: https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/ */
export const SCHEDULE_LIMITS = {
  /** From the deployment to the first tick, documented as about five minutes. */
  firstMs: 5 * 60 * 1000,
  intervalMs: {
    fiveMinute: 5 * 60 * 1000,
    hour: 60 * 60 * 1000,
    day: 24 * 60 * 60 * 1000,
    week: 7 * 24 * 60 * 60 * 1000,
  },
} as const;

/** Limits reports of personal data: https://www.npmjs.com/package/@forge/api (out/privacy/index.js) */
export const PRIVACY_LIMITS = { accountsPerReport: 90 } as const;
