// Numbers that a seed decides. https://en.wikipedia.org/wiki/Permuted_congruential_generator lists better ones; none is as small and fast.

/** Makes numbers from a seed, the same in every process. */
export interface Random {
  /** Returns a whole number from 0 up to, but not including, 2³². */
  next(): number;
}

/** Creates the numbers of a seed. Each stream has its own, so that taking more of one changes no other. */
export function createRandom(seed: number, stream: string): Random {
  let [a, b, c, d] = [seed >>> 0, hashOf(stream), 0x9e3779b9, 1];

  /** Steps the generator sfc32: https://pracrand.sourceforge.net */
  function next(): number {
    const sum = (a + b + d) >>> 0;
    d = (d + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  }

  for (let warmUp = 0; warmUp < 15; warmUp += 1) next();
  return { next };
}

/** Hashes a text as FNV-1a does. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
