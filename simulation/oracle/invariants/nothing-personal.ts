import type { Invocation, RowChange } from '../history';
import type { Invariant, Violation } from '../invariant';
import type { SiteState } from '../site-history';

/** Neither storage nor logs hold an email, a person's name or a token, and no answer holds a token. */
export const nothingPersonal: Invariant = {
  name: 'neither storage nor logs hold an email, a name or a token, nor answers a token',
  when: 'eachStep',
  check: ({ site }, { rows, logs, ended }) => {
    const told = ended.flatMap(tokenTold);
    if (rows.length + logs.length === 0) return told;
    const names = namesOn(site.now);
    const texts = [
      ...rows.map((row) => ({ where: `the row ${row.entity} ${row.key}`, text: textOf(row) })),
      ...logs.map(({ text }) => ({ where: 'the log', text })),
    ];
    const kept = texts.flatMap(({ where, text }) => {
      const found = personalIn(text, names);
      return found === undefined ? [] : [{ what: `${where} holds ${found}` }];
    });
    return [...told, ...kept];
  },
};

const TOKENS = [/\bBearer [\w.-]+/, /\bsandbox-[0-9a-f]{8}-/];
const PERSONAL = [/[\w.+-]+@[\w-]+\.\w+/, ...TOKENS, /api-?token/i];

function tokenTold({ id, functionKey, moduleKey, end }: Invocation): Violation[] {
  const text = end?.how === 'answered' ? JSON.stringify([end.value]) : '';
  if (!TOKENS.some((token) => token.test(text))) return [];
  return [{ what: `the answer of ${functionKey || moduleKey} holds a token`, invocations: [id] }];
}

function personalIn(text: string, names: readonly string[]): string | undefined {
  const pattern = PERSONAL.find((one) => one.test(text));
  return pattern?.exec(text)?.[0] ?? names.find((name) => text.includes(name));
}

function namesOn({ accounts }: SiteState): string[] {
  return [...accounts.values()].filter(({ accountType }) => accountType !== 'app').map(({ name }) => name);
}

/** Leaves out the reason of a membership, which a person wrote. */
function textOf({ key, entity, is }: RowChange): string {
  const { reason: _reason, ...row } = (is ?? {}) as { reason?: unknown };
  return `${key} ${JSON.stringify([entity === 'membership-fact' ? row : is])}`;
}
