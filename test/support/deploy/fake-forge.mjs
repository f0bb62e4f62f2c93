// Stands in for the Forge CLI: keeps what Atlassian would keep in the file that FAKE_FORGE names, prints what @forge/cli 13.3 prints.
import { readFileSync, writeFileSync } from 'node:fs';

const path = process.env.FAKE_FORGE;
const state = JSON.parse(readFileSync(path, 'utf8'));
const args = process.argv.slice(2);
state.log.push(args.join(' '));

const command = args.slice(0, args.findIndex((arg) => arg.startsWith('-')) >>> 0).join(' ');
const trouble = state.trouble[command];
delete state.trouble[command];
function optionOf(...names) {
  return args[args.findIndex((arg) => names.includes(arg)) + 1];
}
const environment = args.includes('-e') ? optionOf('-e') : 'development';
function show(value) {
  return console.log(JSON.stringify(value, null, 2));
}
function frame(left, middle, right) {
  return `${left}${Array(5).fill('─────').join(middle)}${right}`;
}
function line(cells) {
  return `\u001B[90m│\u001B[39m${cells.map((cell) => ` ${cell} `).join('\u001B[90m│\u001B[39m')}│`;
}

function indexRows() {
  const isBuilt = state.looksUntilBuilt-- <= 0;
  return state.entities.flatMap(({ name, indexes }) =>
    [...indexes.map((one) => one.name ?? `by-${one}`), 'by-key (default)'].map((index) => [
      name,
      index,
      isBuilt || index === 'by-key (default)' ? 'ACTIVE' : 'CREATING',
      'None',
      'None',
    ]),
  );
}

const commands = {
  whoami: () => (state.signedIn ? console.log('Logged in as Sofia') : fail('Not logged in. Run forge login.')),
  'register Space Steward': () => {
    const manifest = readFileSync('manifest.yml', 'utf8');
    writeFileSync('manifest.yml', manifest.replace(/app\/[\w-]+/, 'app/00000000-0000-4000-8000-000000000001'));
  },
  'custom-scopes list': () => show(state.scopes.map((name) => ({ name, displayName: '' }))),
  'custom-scopes create': () => (state.scopes = ['read:customer:custom', 'read:audit:custom', 'write:customer:custom']),
  'deploy list': () => show(state.deployments),
  deploy: () => {
    if (state.scopes.length === 0) return fail('Deployment failed due to missing scopes.');
    const environmentKey = environment === 'development' ? 'default' : environment;
    const createdAt = new Date(state.deployments.length * 60_000).toISOString();
    state.deployments.push({ createdAt, environmentKey, status: 'Success', majorVersion: '2' });
    for (const one of state.installations) one.status = 'Outdated app';
  },
  'storage entities indexes list': () => {
    const head = ['Entity name', 'Index name', 'Index status', 'Partition', 'Range'];
    const body = indexRows().flatMap((cells) => [frame('├', '┼', '┤'), line(cells)]);
    console.log([frame('┌', '┬', '┐'), line(head), ...body, frame('└', '┴', '┘')].join('\n'));
  },
  'install list': () => show(state.installations),
  install: () => {
    if (state.looksUntilBuilt > 0) return fail('The app is still being indexed.');
    const site = args.includes('-s') ? optionOf('-s') : state.chosenSite;
    state.installations = state.installations.filter((one) => one.site !== site);
    state.installations.push({ environment, site, product: 'Confluence (Required), Jira', status: 'Up-to-date' });
  },
};

function fail(message) {
  console.log(`Error: ${message}`);
  process.exitCode = 1;
}

if (trouble === 'fails') fail('Something went wrong.');
else if (trouble === 'prints something else') console.log('A new way to say it');
else if (trouble !== 'does nothing') commands[command]();
writeFileSync(path, JSON.stringify(state));
