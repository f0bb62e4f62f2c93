// The simulated site: the demo site, which has every kind of person and group, without what an earlier version of the app left.
import { seedSchema } from '../../sandbox/site/seed';
import { demoSeed } from '../../sandbox/site/seeds/demo';

export const simulatedSite = seedSchema.parse({ ...demoSeed, appStorage: { plain: {}, secret: {} } });
