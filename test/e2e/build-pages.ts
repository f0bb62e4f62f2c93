// Builds the pages once for all browser tests: the app's, and the one that shows every UI Kit component.
import { APP_BUILD, buildPages } from '../../sandbox/web/build-child';
import { FIXTURE_BUILD } from '../support/fixtures/places';

export default async function setup(): Promise<void> {
  await Promise.all([buildPages(APP_BUILD), buildPages(FIXTURE_BUILD)]);
}
