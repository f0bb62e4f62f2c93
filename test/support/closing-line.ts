// The very last line of a test run, for people and machines.
import type { Reporter, TestModule } from 'vitest/node';

/** Prints `tests: N passed, N failed, N skipped`. A file or hook that fails, and an unhandled error, count as one failure each. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      const failedBefore = counts.failed;
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      if (module.state() === 'failed' && counts.failed === failedBefore) counts.failed += 1;
    }
    const failed = counts.failed + counts.pending;
    console.log(`tests: ${String(counts.passed)} passed, ${String(failed)} failed, ${String(counts.skipped)} skipped`);
  }
}
