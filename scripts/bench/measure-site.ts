// Measures all journeys on one site.
import type { AppModule } from '../../sandbox/contract/forge';
import type { Page } from './journey';
import { JOURNEYS } from './journeys';
import { measure } from './measure';
import { prepare, type SITES } from './prepare';
import { resultOf, type JourneyResult } from './results';

interface Parts {
  app: AppModule;
  pageBytes: Readonly<Record<Page, number>>;
}

/** Opens the site and measures one journey after the other. */
export async function measureSite(name: keyof typeof SITES, { app, pageBytes }: Parts) {
  const prepared = await prepare(name, app);
  const journeys: Record<string, JourneyResult> = {};
  const resolverCpuMs: number[] = [];
  for (const journey of JOURNEYS) {
    const measured = await measure(journey, prepared);
    journeys[journey.name] = resultOf(journey, measured, pageBytes[journey.page]);
    resolverCpuMs.push(...measured.resolverCpuMs);
  }
  return { journeys, resolverCpuMs };
}
