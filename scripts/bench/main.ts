// `npm run bench`: measures what people do with the app, on the sandbox's clock, and writes what it found out into the folder bench.
import { mkdir, writeFile } from 'node:fs/promises';

import { installSeams } from '../../sandbox/forge/seams';
import { besideOthers } from './beside/beside';
import { readBundleBytes } from './bundles';
import { measureSite } from './measure-site';
import { measureMonth } from './month';
import { drawBeside, drawTimes } from './plots';
import { prepare } from './prepare';
import { reportOf } from './report';
import { percentile } from './statistics';
import {
  alikeOnBoth,
  cheapMonth,
  fasterThanScripts,
  losesNothing,
  nearFloors,
  quickResolvers,
  soonVisible,
} from './targets';
import { measureVisible } from './visible';

const folder = new URL('../../bench/', import.meta.url);

installSeams();
const app = await import('../../src/index');
const pageBytes = await readBundleBytes();
const demo = await measureSite('demo', { app, pageBytes });
const large = await measureSite('large', { app, pageBytes });
const beside = await besideOthers(await prepare('demo', app));
const month = await measureMonth(await prepare('large', app));
const visible = await measureVisible(app);
const targets = [
  nearFloors('demo', demo.journeys),
  nearFloors('large', large.journeys),
  alikeOnBoth(demo.journeys, large.journeys),
  quickResolvers(percentile([...demo.resolverCpuMs, ...large.resolverCpuMs], 0.5)),
  fasterThanScripts(beside),
  losesNothing(beside),
  cheapMonth(month),
  soonVisible(visible),
];
const found = { demo: demo.journeys, large: large.journeys, beside, month, visible, targets };
const report = reportOf(found);
console.log(report);

await mkdir(folder, { recursive: true });
await writeFile(new URL('results.json', folder), `${JSON.stringify(found, null, 1)}\n`);
await writeFile(new URL('results.md', folder), `${report}\n`);
await writeFile(new URL('times.svg', folder), drawTimes(large.journeys));
await writeFile(new URL('beside.svg', folder), drawBeside(beside));
process.exitCode = targets.every(({ isMet }) => isMet) ? 0 : 1;
