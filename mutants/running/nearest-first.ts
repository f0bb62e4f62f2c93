// Vitest's order of test files: as they're given.
import type { TestSequencer, TestSpecification } from 'vitest/node';

/** Keeps the order in which the files were asked for. */
export class NearestFirst implements TestSequencer {
  shard(files: TestSpecification[]): TestSpecification[] {
    return files;
  }

  sort(files: TestSpecification[]): TestSpecification[] {
    return files;
  }
}
