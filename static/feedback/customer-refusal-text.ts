import type { CustomerRefusal } from '../../src/shared/result';
import { CUSTOMER_REASONS } from '../../src/shared/words/customer-reasons';
import type { Refusal } from '../../src/shared/words/reasons';

/** Says why the rules of a service project say no to one person, and who can help. */
export function customerRefusalText(rule: CustomerRefusal): Refusal {
  return CUSTOMER_REASONS[rule];
}

/** Says whether a stored code is a rule that this version knows. */
export function isCustomerRefusal(code: string): code is CustomerRefusal {
  return Object.hasOwn(CUSTOMER_REASONS, code);
}
