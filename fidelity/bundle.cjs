// Bundles the back end as `forge deploy` does, offline, into fidelity/.out. A type error fails it.
const { cpSync, rmSync } = require('node:fs');
const path = require('node:path');

process.env.FORGE_RUNTIME_PATH = path.join(__dirname, 'runtime');
const { getEntryPoints, getNodeBundler, getWrapperProvider } = require('@forge/bundler');
const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');

// The bundler takes everything from the working directory.
process.chdir(path.resolve(__dirname, '..'));
const out = path.join(__dirname, '.out');
const say = (...words) => console.log(...words);
const logger = { trace() {}, debug() {}, info: say, warn: say, error: say };

const bundle = async () => {
  const reader = new FileSystemReader();
  const config = new ConfigFile(reader, new FileSystemWriter());
  const bundler = getNodeBundler(logger, getWrapperProvider({ fileSystemReader: reader }), config);
  const entryPoints = getEntryPoints(await config.getAppHandlers());
  const { outputDir } = await bundler.bundle({ appDirectory: process.cwd(), entryPoints, successMessage: '' });
  rmSync(out, { recursive: true, force: true });
  cpSync(outputDir, out, { recursive: true });
  say(`Bundled ${entryPoints.map(({ name }) => `${name}.cjs`).join(', ')} into fidelity/.out`);
};

bundle().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
