import type { ShownAction } from '../../src/shared/broker/audit';
import { ABOUT_AGENTS, CUSTOMER_ACTIONS, CUSTOMER_CODES } from '../../src/shared/words/customer-audit';
import { CUSTOMER_REASONS, isCustomerRefusal } from '../../src/shared/words/customer-reasons';
import { isForbiddenReason } from '../../src/shared/words/reasons';
import { isKeyOf } from '../feedback/is-key-of';
import type { MoreWords } from './code-text';

/** Actions about one customer. Some codes mean something else there. */
const ABOUT_ONE: readonly ShownAction[] = ['createCustomer', 'findCustomer', 'addToProject', 'addToOrganization'];

/** The words about customers, for the pages that show what was done about them. */
export const CUSTOMER_WORDS: MoreWords = {
  action: (action) => (isKeyOf(CUSTOMER_ACTIONS, action) ? CUSTOMER_ACTIONS[action] : undefined),
  reason: (code, action) => {
    if (isKeyOf(ABOUT_AGENTS, code)) return ABOUT_AGENTS[code];
    const isAboutOne = ABOUT_ONE.includes(action);
    if (isCustomerRefusal(code) && (isAboutOne || !isForbiddenReason(code))) return CUSTOMER_REASONS[code].why;
    return isAboutOne && !isForbiddenReason(code) && isKeyOf(CUSTOMER_CODES, code) ? CUSTOMER_CODES[code] : undefined;
  },
};
