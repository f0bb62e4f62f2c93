export const MANIFEST = {
  app: {
    id: 'ari:cloud:ecosystem::app/app-1',
    storage: {
      entities: [
        {
          name: 'employee',
          attributes: {
            team: { type: 'string' },
            name: { type: 'string' },
            age: { type: 'integer' },
            height: { type: 'float' },
            lead: { type: 'boolean' },
            notes: { type: 'any' },
          },
          indexes: ['age', { name: 'by-team', partition: ['team'], range: ['name'] }],
        },
      ],
    },
  },
  modules: {
    'confluence:globalSettings': [{ key: 'page', resolver: { function: 'page-resolver' } }],
    'confluence:spaceSettings': [{ key: 'bare-page', resolver: { function: 'missing-resolver' } }],
    scheduledTrigger: [{ key: 'nightly', function: 'nightly-run', interval: 'day' }],
    preUninstall: [{ key: 'goodbye', function: 'goodbye-run' }],
    consumer: [
      { key: 'worker', queue: 'jobs', function: 'worker-run' },
      { key: 'long-worker', queue: 'long-jobs', function: 'long-worker-run' },
    ],
    function: [
      { key: 'page-resolver', handler: 'index.page' },
      { key: 'missing-resolver', handler: 'index.missing' },
      { key: 'nightly-run', handler: 'index.nightly', timeoutSeconds: 300 },
      { key: 'goodbye-run', handler: 'index.goodbye' },
      { key: 'worker-run', handler: 'index.worker' },
      { key: 'long-worker-run', handler: 'index.worker', timeoutSeconds: 900 },
    ],
  },
  permissions: {
    scopes: {
      'storage:app': {},
      'read:space:confluence': {},
      'read:group:confluence': { allowImpersonation: true },
      'write:group:confluence': { allowImpersonation: true },
    },
  },
};

export const IMPERSONATION_SCOPES = ['read:group:confluence', 'write:group:confluence'];
export const ALL_SCOPES = Object.keys(MANIFEST.permissions.scopes);
