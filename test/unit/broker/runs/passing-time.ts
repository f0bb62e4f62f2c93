/** Creates time on which calls that run side by side take as long as the longest of them. */
export function createTime(clock: { now(): number; advance(ms: number): void }) {
  let sleepers: { at: number; wake: () => void }[] = [];
  let isRunning = false;
  async function turn(): Promise<void> {
    for (let turns = 0; turns < 50; turns += 1) await Promise.resolve();
  }
  async function run(): Promise<void> {
    isRunning = true;
    while (sleepers.length > 0) {
      await turn();
      const at = Math.min(...sleepers.map((one) => one.at));
      const due = sleepers.filter((one) => one.at === at);
      sleepers = sleepers.filter((one) => one.at !== at);
      if (at > clock.now()) clock.advance(at - clock.now());
      for (const { wake } of due) wake();
      await turn();
    }
    isRunning = false;
  }
  return {
    pass(ms: number): Promise<void> {
      if (ms <= 0) return Promise.resolve();
      return new Promise((wake) => {
        sleepers.push({ at: clock.now() + ms, wake });
        if (!isRunning) void run();
      });
    },
  };
}
