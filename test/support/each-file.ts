// What each test file finds and leaves behind: files share a process, and this runs anew for each of them.
import { afterAll, vi } from 'vitest';

import { installSeams } from '../../sandbox/forge/seams';
import { scanOpened } from './personal-data';

// Before anything loads `@forge/api`, which keeps the globals that it finds.
installSeams();

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
afterAll(scanOpened);
