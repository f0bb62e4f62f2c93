// What happened, in order, across all fake ports of one test; and the failures that a test has planned.

/** One call of a port. `as`: whose rights it used, where that matters. */
interface Entry {
  call: string;
  about: string;
  as?: string;
}

interface Plan {
  call: string;
  about: string | undefined;
  when: 'before' | 'after';
  thrown: unknown;
  times: number;
}

export interface Journal {
  entries: Entry[];
  /** `call about`, and whose rights it used, a line each; of these calls only, if any are named. */
  lines: (...calls: string[]) => string[];
  /** The call fails before it has its effect. */
  fail(call: string, thrown: unknown, only?: { about?: string; times?: number }): void;
  /** The call has its effect and then fails: its answer is lost. */
  failAfter(call: string, thrown: unknown, only?: { about?: string; times?: number }): void;
  /** Something happens right before the next such call. */
  before(call: string, happen: () => void): void;
  run: <T>(entry: Entry, effect: () => T) => Promise<T>;
  /** A read of what is stored: it can fail, and is no entry. */
  read: <T>(call: string, effect: () => T) => Promise<T>;
}

export function createJournal(): Journal {
  const entries: Entry[] = [];
  const plans: Plan[] = [];
  const happenings = new Map<string, () => void>();
  function plan(when: Plan['when']): Journal['fail'] {
    return (call, thrown, { about, times = 1 } = {}) => {
      plans.push({ call, about, when, thrown, times });
    };
  }
  function trip({ call, about }: Entry, when: Plan['when']): void {
    const due = plans.find(
      (one) =>
        one.times > 0 && one.call === call && one.when === when && (one.about === undefined || one.about === about),
    );
    if (due === undefined) return;
    due.times -= 1;
    throw due.thrown;
  }
  function happen(call: string): void {
    const it = happenings.get(call);
    happenings.delete(call);
    it?.();
  }
  return {
    entries,
    lines: (...calls) =>
      entries
        .filter(({ call }) => calls.length === 0 || calls.includes(call))
        .map(({ call, about, as }) => `${call} ${about}${as === undefined ? '' : ` as ${as}`}`.trim()),
    fail: plan('before'),
    failAfter: plan('after'),
    before: (call, happen) => void happenings.set(call, happen),
    async run(entry, effect) {
      entries.push(entry);
      happen(entry.call);
      trip(entry, 'before');
      const value = effect();
      trip(entry, 'after');
      return value;
    },
    async read(call, effect) {
      happen(call);
      trip({ call, about: '' }, 'before');
      return effect();
    },
  };
}
