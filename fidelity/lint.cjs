// The part of `forge lint` that needs no login. Any problem fails it, and so does a linter that misses a planted fault.
const path = require('node:path');

const { copyProject, lintCopy } = require('./lint-project.cjs');
const { FAULTS, plant } = require('./lint-faults.cjs');

// npm runs this in its own folder; the folder is named from where npm was called.
const specs = process.env.ATLASSIAN_SPECS && path.resolve(process.env.INIT_CWD ?? '.', process.env.ATLASSIAN_SPECS);

const findPlanted = async () => {
  const folder = copyProject('lint-planted');
  const { said } = await lintCopy(folder, { v1: plant(folder) });
  const missed = FAULTS.filter(({ complaint }) => !complaint.test(said)).map(({ what }) => what);
  if (missed.length > 0) throw new Error(`The linter does not find: ${missed.join('; ')}\n${said}`);
  console.log(`The linter finds ${FAULTS.length} planted faults.`);
};

const check = async () => {
  await findPlanted();
  const documents = specs
    ? { v1: path.join(specs, 'confluence-v1.json'), v2: path.join(specs, 'confluence-v2.json') }
    : {};
  const { said, files, problems } = await lintCopy(copyProject('lint'), documents);
  console.log(`manifest.yml and ${files} files: ${said.trim()}`);
  if (problems > 0) throw new Error(`${problems} problems`);
  // The planted faults have set it.
  process.exitCode = 0;
  if (!specs) console.log('Scopes of REST calls are not compared: ATLASSIAN_SPECS is not set.');
};

check().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
