// `forge lint` as far as it goes without a login: everything that it checks on this machine. A problem of any kind fails it.
const { globSync, mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

process.chdir(path.resolve(__dirname, '..'));
const specs = process.env.ATLASSIAN_SPECS && path.resolve(process.env.ATLASSIAN_SPECS);
mkdirSync(path.join(__dirname, '.out'), { recursive: true });
const none = path.join(__dirname, '.out', 'no-operations.json');
writeFileSync(none, JSON.stringify({ paths: {} }));
// Otherwise the linter downloads Atlassian's documents.
Object.assign(process.env, {
  USE_LOCAL_SWAGGER: '1',
  LOCAL_CONF_SWAGGER: specs ? path.join(specs, 'confluence-v1.json') : none,
  LOCAL_CONF_V2_SWAGGER: specs ? path.join(specs, 'confluence-v2.json') : none,
  LOCAL_JIRA_SWAGGER: none,
  LOCAL_JSM_SWAGGER: none,
  LOCAL_JSW_SWAGGER: none,
  LOCAL_BB_SWAGGER: none,
});
const { lint, problemCount, reportLintResults } = require('@forge/lint');
const { ProcessorBuilder, ValidationTypes } = require('@forge/manifest');

const logger = { trace() {}, debug() {}, info: console.log, warn: console.log, error: console.log };
/** The one question that the linters ask of Atlassian's feature service. */
const features = { getDeprecatedRuntimes: async () => ['nodejs18.x', 'nodejs20.x', 'nodejs22.x'] };

const check = async () => {
  const validation = ProcessorBuilder.instance().withValidation(ValidationTypes.FULL).withOptions({}).build();
  const { manifestObject } = await validation.process();
  const files = globSync('{src,static}/**/*.{ts,tsx}');
  const options = { linter: { mode: 'client-side' } };
  const results = await lint(files, manifestObject.typedContent, 'production', logger, features, options);
  reportLintResults(logger, results);
  const { errors, warnings } = problemCount(results);
  if (files.length === 0 || errors + warnings > 0) throw new Error(`${errors} errors, ${warnings} warnings`);
  if (!specs) console.log('Scopes of REST calls are not compared: ATLASSIAN_SPECS is not set.');
};

check().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
