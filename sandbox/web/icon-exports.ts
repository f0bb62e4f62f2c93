// Atlaskit's icons are CommonJS. A bundler reads them for an ES module package, such as the sandbox, as Node would: the default import
// would be the object of exports, which isn't a component.
import type { Plugin } from 'vite';

/** Makes an icon its module's only export, which both readings of a default import agree on. */
export const iconExports: Plugin = {
  name: 'icon-exports',
  transform: {
    filter: { id: /\/@atlaskit\/icon\/core\/[^/]+\.js$/ },
    handler: (code) => `${code}\nmodule.exports = exports.default;`,
  },
};
