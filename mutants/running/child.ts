// A process that runs tests with mutants in the code, task after task. Vitest and what it has transformed stay; only the files of the mutants are read anew.
import {
  createVitest,
  type Reporter,
  type TestCase,
  type TestModule,
  type TestSpecification,
  type Vitest,
} from 'vitest/node';

import type { Killer, Task, Told } from './messages';
import { NearestFirst } from './nearest-first';

const root = new URL('../../', import.meta.url).pathname;

/** Layers one after the other, the fastest first. */
const LAYERS = ['unit', 'contract', 'integration'];

const failures: Killer[] = [];
const vitest = await createVitest(
  {
    root,
    config: `${root}mutants/vitest.config.mts`,
    watch: false,
    run: true,
    reporters: [reporter()],
    sequence: { sequencer: NearestFirst },
  },
  { logLevel: 'error' },
);
await vitest.standalone();
process.on('message', (task: Task) => void run(task).then(() => tell({ is: 'ended', killer: failures[0] })));
process.on('disconnect', () => process.exit());
tell({ is: 'ready' });

async function run({ mutants, files }: Task): Promise<void> {
  failures.length = 0;
  process.env['MUTANTS'] = JSON.stringify(mutants);
  for (const { file } of mutants) vitest.invalidateFile(`${root}src/${file}`);
  for (const layer of LAYERS) {
    const own = specificationsOf(vitest, layer, files);
    if (own.length > 0) await vitest.runTestSpecifications(own);
    if (failures.length > 0) break;
  }
  for (const { file } of mutants) vitest.invalidateFile(`${root}src/${file}`);
}

function specificationsOf({ projects }: Vitest, layer: string, files: readonly string[]): TestSpecification[] {
  const own = files.filter((file) => file.startsWith(`test/${layer}/`));
  return projects
    .filter(({ name }) => name === layer)
    .flatMap((project) => own.map((file) => project.createSpecification(root + file)));
}

/** Tells that tests go on, and remembers those that fail. */
function reporter(): Reporter {
  return {
    onTestModuleCollected: () => tell({ is: 'progress' }),
    onTestCaseResult(test) {
      tell({ is: 'progress' });
      noteIfFailed(test);
    },
    onTestModuleEnd(module) {
      for (const test of module.children.allTests()) noteIfFailed(test);
      if (module.state() === 'failed') note(module, 'the file', module.errors()[0]?.message);
    },
    onTestRunEnd(modules, unhandled) {
      const [first] = unhandled;
      const [module] = modules;
      if (first !== undefined && module !== undefined) note(module, 'nobody caught', first.message);
    },
  };
}

function noteIfFailed(test: TestCase): void {
  const { state, errors } = test.result();
  if (state === 'failed') note(test.module, test.fullName, errors[0]?.message);
}

function note({ moduleId }: TestModule, test: string, message = ''): void {
  failures.push({ file: moduleId.slice(root.length), test, message: message.slice(0, 300) });
}

function tell(told: Told): void {
  process.send?.(told);
}
