import { say } from '../../src/shared/words/format';
import { MEMBER_FAULTS } from '../../src/shared/words/member-list';
import { faultText, shortened, type Fault } from './fault';

/** Tells why a line of a list of members can't be taken. `first`: the line that names the person already. */
export type MemberFault =
  | Fault
  | { code: 'notAPerson' | 'notAnAccountId' | 'unknownAction' | 'unclearCommas' | 'twoColumns'; piece: string }
  | { code: 'nobody' }
  | { code: 'repeated'; first: number }
  | { code: 'tooMany' | 'tooManyToLookUp'; n: number; limit: number };

/** Says what is wrong with a line of a list of members, and what to do. */
export function memberFaultText(fault: MemberFault): string {
  switch (fault.code) {
    case 'nobody':
      return MEMBER_FAULTS.nobody;
    case 'repeated':
      return say(MEMBER_FAULTS.repeated, fault);
    case 'tooMany':
    case 'tooManyToLookUp':
      return say(MEMBER_FAULTS[fault.code], fault);
    case 'notAPerson':
    case 'notAnAccountId':
    case 'unknownAction':
    case 'unclearCommas':
    case 'twoColumns':
      return say(MEMBER_FAULTS[fault.code], { piece: shortened(fault.piece) });
    case 'noAddress':
    case 'notAnAddress':
    case 'hiddenCharacter':
    case 'severalInCell':
    case 'moreCellsThanHeader':
    case 'openQuote':
    case 'twoEmailColumns':
      return faultText(fault);
  }
}
