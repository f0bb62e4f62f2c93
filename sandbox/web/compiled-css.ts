// Atlaskit's atomic CSS as one sorted sheet, like that of Atlassian's own bundler plugin.
// Each component imports its own `*.compiled.css`. Loaded in that order, a later file may repeat a shorthand (`font`) after an earlier
// longhand (`font-weight`) and win: bold text would turn regular. https://compiledcssinjs.com/docs/css-extraction-webpack
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import postcss from 'postcss';
import type { ChildNode, Container } from 'postcss';
import type { Plugin } from 'vite';

interface Ranked {
  text: string;
  /** Compared element by element. */
  rank: readonly [atRule: number, state: number, reach: number];
}

/** Merges sheets of atomic CSS: each rule once, at-rules last, states in their order, shorthands before longhands. */
export function sortSheets(sheets: readonly string[]): string {
  const byText = new Map<string, Ranked>();
  for (const node of sheets.flatMap((sheet) => postcss.parse(sheet).nodes)) {
    const ranked = rank(node);
    if (node.type !== 'comment') byText.set(ranked.text, ranked);
  }
  return [...byText.values()]
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2])
    .map(({ text }) => text)
    .join('\n');
}

const VIRTUAL = 'virtual:compiled.css';
const RESOLVED = '/@compiled-sheet.css';

/** Serves `virtual:compiled.css`, and empties the imports of single sheets. */
export function compiledCss(root: string): Plugin {
  return {
    name: 'compiled-css',
    enforce: 'pre',
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
    load: {
      filter: { id: /\.css(\?|$)/ },
      handler(id) {
        if (id === RESOLVED) {
          const files = globSync('node_modules/@atlaskit/*/dist/esm/**/*.compiled.css', { cwd: root }).sort();
          return sortSheets(files.map((file) => readFileSync(join(root, file), 'utf8')));
        }
        return id.includes('.compiled.css') ? '' : undefined;
      },
    },
  };
}

/** Orders states: later ones win on an element in several states. */
const STATES = [':link', ':visited', ':focus-within', ':focus', ':focus-visible', ':hover', ':active', ':disabled'];

/** Orders shorthands by the number of properties they set: a later line overrides earlier ones, so those that set fewer come last. */
const SHORTHANDS = [
  'all',
  'animation background border border-radius columns flex flex-flow font gap grid grid-area inset list-style margin mask outline overflow padding place-content place-items scroll-margin scroll-padding text-decoration transition',
  'border-block border-inline border-color border-style border-width grid-column grid-row inset-block inset-inline margin-block margin-inline padding-block padding-inline font-variant grid-template overscroll-behavior',
  'border-top border-right border-bottom border-left border-block-start border-block-end border-inline-start border-inline-end',
].map((line) => new Set(line.split(' ')));

function rank(node: ChildNode): Ranked {
  const rule = firstRule(node);
  const selector = rule?.type === 'rule' ? rule.selector : '';
  const declaration = rule?.type === 'rule' ? rule.first : undefined;
  const property = declaration?.type === 'decl' ? declaration.prop : '';
  return { text: node.toString(), rank: [atRule(node), state(selector), reach(property)] };
}

function firstRule(node: ChildNode | undefined): ChildNode | undefined {
  return node?.type === 'atrule' ? firstRule((node as Container).first) : node;
}

function atRule(node: ChildNode): number {
  if (node.type !== 'atrule') return 0;
  return ['keyframes', 'property', 'font-face'].includes(node.name) ? -1 : 1;
}

function state(selector: string): number {
  return STATES.reduce((found, name, index) => (new RegExp(`${name}(?![-\\w])`).test(selector) ? index + 1 : found), 0);
}

function reach(property: string): number {
  const level = SHORTHANDS.findIndex((names) => names.has(property));
  return level < 0 ? SHORTHANDS.length : level;
}
