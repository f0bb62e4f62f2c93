// An app can't be installed until the indexes of its entities are built, at least five minutes after a deployment.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/
import { readIndexTable, type ListedIndex } from './index-table';
import { unreadableOutput } from './listed';
import { readManifest, type Entity } from './project-files';
import type { Step } from './steps';
import { stop } from './stop';

const MAX_MINUTES = 45;

const PAUSE_MS = 20_000;
const POLLS_PER_MINUTE = 60_000 / PAUSE_MS;

/** Matches the index that Forge adds to every entity. */
const OF_FORGE = /^by-key\b/;

export const indexes: Step = {
  name: 'indexes',
  title: 'Wait until the indexes are built: five minutes or more after a deployment that changed them',
  commands: ({ environment }) => [list(environment)],
  async run({ options, terminal, forge }) {
    const { entities } = await readManifest(terminal.folder);
    const args = list(options.environment);
    for (let polls = 0; polls < MAX_MINUTES * POLLS_PER_MINUTE; polls += 1) {
      const listed = readIndexTable((await forge.read(args)) ?? '');
      if (listed === undefined) throw unreadableOutput('indexes', args);
      const waiting = entities.filter((entity) => !isBuilt(entity, listed)).map(({ name }) => name);
      if (waiting.length === 0) return 'all are built';
      if (polls % POLLS_PER_MINUTE === 0) terminal.print(`  waiting for ${waiting.join(', ')}`);
      await terminal.sleep(PAUSE_MS);
    }
    throw stop(`The indexes aren't built after ${String(MAX_MINUTES)} minutes. Run this again later; it goes on here.`);
  },
};

function list(environment: string): string[] {
  return ['storage', 'entities', 'indexes', 'list', '-e', environment];
}

/** Tells whether an entity's indexes are built. Those over one attribute have no name in the manifest, and their listing isn't documented, so they are counted. */
function isBuilt({ name, indexes: wanted }: Entity, listed: readonly ListedIndex[]): boolean {
  const own = listed.filter(({ entity, index }) => entity === name && !OF_FORGE.test(index));
  const names = wanted.flatMap((one) => (typeof one === 'string' ? [] : [one.name]));
  const hasAll = own.length >= wanted.length && names.every((one) => own.some(({ index }) => index === one));
  return hasAll && listed.every((one) => one.entity !== name || one.isBuilt);
}
