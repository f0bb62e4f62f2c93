import { join } from 'node:path';

/** Returns the folder of a built resource: beside the pages', which is emptied by each build of them. */
export function frameOut(out: string, key: string): string {
  return join(`${out}-frames`, key);
}
