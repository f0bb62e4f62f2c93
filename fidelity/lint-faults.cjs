// Faults that the linter must find in a copy of the app; if it is silent about one, its silence about the app says nothing.
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const edit = (file, from, to) => {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} has no ${from} to plant a fault in`);
  writeFileSync(file, after);
};

/** Writes scopes as Atlassian's documents do: classic ones are current, granular ones beta. Either is enough; the linter wants the classic one. */
const needs = (classic, granular) => ({
  'x-atlassian-oauth2-scopes': [
    { state: 'Current', scopes: [classic] },
    { state: 'Beta', scopes: [granular] },
  ],
});

/** Stands for Atlassian's document of the planted calls. */
const DOCUMENT = {
  paths: {
    '/wiki/rest/api/group': { get: needs('read:confluence-groups', 'read:group:confluence') },
    '/wiki/rest/api/content': { get: needs('read:confluence-content.all', 'read:content:confluence') },
  },
};

/** Lists each fault with its file and the complaint expected. */
const FAULTS = [
  {
    what: 'a handler that src/index.ts does not export',
    plant: (manifest) => edit(manifest, 'index.settleAudit', 'index.notExported'),
    complaint: /Cannot find exported function "notExported"/,
  },
  {
    what: 'a scope of src that was removed',
    plant: (manifest, folder) => {
      edit(manifest, /\n {4}read:group:confluence:\n.*/, '');
      writeFileSync(
        path.join(folder, 'src/planted.ts'),
        "import { asUser, route } from '@forge/api';\n\nexport const groups = () => asUser().requestConfluence(route`/wiki/rest/api/group`);\n",
      );
    },
    complaint: /GET \/wiki\/rest\/api\/group requires "read:confluence-groups" scope/,
  },
  {
    what: 'a scope of static that was never there',
    plant: (_manifest, folder) =>
      writeFileSync(
        path.join(folder, 'static/planted.tsx'),
        "import { requestConfluence } from '@forge/bridge';\n\nexport const content = () => requestConfluence('/wiki/rest/api/content');\n",
      ),
    complaint: /GET \/wiki\/rest\/api\/content requires "read:confluence-content.all" scope/,
  },
  {
    what: 'a scope that Atlassian does not have',
    plant: (manifest) => edit(manifest, '    storage:app: {}', '    storage:app: {}\n    read:nothing:confluence: {}'),
    complaint: /read:nothing:confluence/,
  },
  {
    what: 'a resource entry without a file',
    plant: (manifest) => edit(manifest, 'space-settings.tsx', 'no-such-page.tsx'),
    complaint: /no-such-page/,
  },
  {
    what: 'a resolver that may take longer than 25 seconds',
    plant: (manifest) =>
      edit(manifest, 'handler: index.spaceSettings', 'handler: index.spaceSettings\n      timeoutSeconds: 60'),
    complaint: /space-resolver.*60|60.*space-resolver/,
  },
];

/** Plants all faults in a copy and returns the path of the document that belongs to them. */
const plant = (folder) => {
  for (const fault of FAULTS) fault.plant(path.join(folder, 'manifest.yml'), folder);
  const document = path.join(folder, 'document.json');
  writeFileSync(document, JSON.stringify(DOCUMENT));
  return document;
};

module.exports = { FAULTS, plant };
