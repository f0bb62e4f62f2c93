import { say } from '../../src/shared/words/format';
import { LINE_FAULTS } from '../../src/shared/words/people-list';

/** Tells why a line of a list can't be read. `piece`: the part that can't be read. */
export type Fault =
  | { code: 'noAddress' | 'notAnAddress' | 'hiddenCharacter'; piece: string }
  | { code: 'severalInCell' | 'moreCellsThanHeader' | 'openQuote' | 'twoEmailColumns' };

const LONGEST_SHOWN = 60;

/** Says what is wrong with a line, and what to do. */
export function faultText(fault: Fault): string {
  return say(LINE_FAULTS[fault.code], { piece: 'piece' in fault ? shortened(fault.piece) : '' });
}

/** Returns a text short enough for a sentence. */
export function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_SHOWN ? text : `${characters.slice(0, LONGEST_SHOWN).join('')}…`;
}
