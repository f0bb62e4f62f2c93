// Lints a copy of the app with the linters of `forge lint` that need no login.
const { cpSync, globSync, mkdirSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const { getClientSideLintersOnly, lint, parseSourceFile, problemCount, reportLintResults } = require('@forge/lint');
const { ProcessorBuilder, ValidationTypes } = require('@forge/manifest');

const project = path.resolve(__dirname, '..');
/** Answers the one request that the linters make to Atlassian's feature service. */
const features = { getDeprecatedRuntimes: async () => ['nodejs18.x', 'nodejs20.x', 'nodejs22.x'] };

/**
 * Covers all sources, because the linter reads a single tsconfig; `src` and `static` have one each. It silently skips every TypeScript file that
 * a glob of `include` does not name, and `src` alone names no file.
 */
const tsconfig = {
  extends: path.join(project, 'tsconfig.json'),
  compilerOptions: { lib: ['es2023', 'dom', 'dom.iterable'], jsx: 'react-jsx' },
  include: ['src/**/*', 'static/**/*'],
};

/** Copies what the linter reads to fidelity/.out, under this name. */
const copyProject = (name) => {
  const folder = path.join(__dirname, '.out', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['manifest.yml', 'package.json', 'src', 'static']) {
    cpSync(path.join(project, part), path.join(folder, part), { recursive: true });
  }
  symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  return folder;
};

/** Points the linter to local documents; without them it downloads Atlassian's. */
const useDocuments = ({ v1, v2 }) => {
  const none = path.join(__dirname, '.out', 'no-operations.json');
  writeFileSync(none, JSON.stringify({ paths: {} }));
  Object.assign(process.env, {
    USE_LOCAL_SWAGGER: '1',
    LOCAL_CONF_SWAGGER: v1 ?? none,
    LOCAL_CONF_V2_SWAGGER: v2 ?? none,
    LOCAL_JIRA_SWAGGER: none,
    LOCAL_JSM_SWAGGER: none,
    LOCAL_JSW_SWAGGER: none,
    LOCAL_BB_SWAGGER: none,
  });
};

/** Lints a copy and returns the linter's full output and the number of problems. Throws if a file or a linter was left out. */
const lintCopy = async (folder, documents) => {
  useDocuments(documents);
  process.chdir(folder);
  const said = [];
  const say = (line) => said.push(line);
  const logger = { trace() {}, debug() {}, info: say, warn: say, error: say };
  const validation = ProcessorBuilder.instance().withValidation(ValidationTypes.FULL).withOptions({}).build();
  const { manifestObject } = await validation.process();
  const manifest = manifestObject.typedContent;
  const linters = await getClientSideLintersOnly(manifest, 'production', logger, features);
  // A failing linter would only log its failure and report no problems.
  for (const linter of linters) linter.batchExecute = linter.batchExecuteImpl;
  const files = globSync('{src,static}/**/*.{ts,tsx}');
  let parsed = 0;
  const parseFunction = async (...args) => {
    parsed += 1;
    return parseSourceFile(...args);
  };
  const results = await lint(files, manifest, 'production', logger, features, { linters, parseFunction });
  if (files.length === 0 || parsed !== files.length) throw new Error(`${parsed} of ${files.length} files were linted`);
  reportLintResults(logger, results);
  const { errors, warnings, approvals } = problemCount(results);
  return { said: said.join('\n'), files: parsed, problems: errors + warnings + approvals };
};

module.exports = { copyProject, lintCopy };
