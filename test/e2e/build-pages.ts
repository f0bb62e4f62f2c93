// Builds the pages once for all browser tests: the app's, and the one that shows every UI Kit component.
import { buildPages } from '../../sandbox/web/build-child';
import { FIXTURE_BUILD, TEST_BUILD } from '../support/fixtures/build-paths';

export default async function setup(): Promise<void> {
  await Promise.all([buildPages(TEST_BUILD), buildPages(FIXTURE_BUILD)]);
}
