import type { AuditCode, AuditFound, ShownAction } from '../../src/shared/broker/audit';
import { ABOUT_OTHERS, ACTIONS, AUDIT, CODES, CUSTOMER_CODES, FOUND } from '../../src/shared/words/audit';
import { CUSTOMER_REASONS, isCustomerRefusal } from '../../src/shared/words/customer-reasons';
import { say } from '../../src/shared/words/format';
import { isForbiddenReason, REASONS } from '../../src/shared/words/reasons';

/** Actions about one customer. Some codes mean something else there. */
const CUSTOMER_ACTIONS: readonly ShownAction[] = [
  'createCustomer',
  'findCustomer',
  'addToProject',
  'addToOrganization',
];

/** Puts an entry's action into words, one of a later version too. */
export function actionText(action: ShownAction): string {
  return isKeyOf(ACTIONS, action) ? ACTIONS[action] : say(AUDIT.laterAction, { action: String(action) });
}

/** Says why an audit entry ended so, to anybody but its caller. A later version may have stored a code that this one doesn't know. */
export function reasonText(code: AuditCode, action: ShownAction): string {
  if (isKeyOf(ABOUT_OTHERS, code)) return ABOUT_OTHERS[code];
  const isAboutCustomer = CUSTOMER_ACTIONS.includes(action);
  if (isCustomerRefusal(code) && (isAboutCustomer || !isForbiddenReason(code))) return CUSTOMER_REASONS[code].why;
  if (isForbiddenReason(code)) return REASONS[code].why;
  if (isAboutCustomer && isKeyOf(CUSTOMER_CODES, code)) return CUSTOMER_CODES[code];
  return isKeyOf(CODES, code) ? CODES[code] : say(AUDIT.laterCode, { code: String(code) });
}

/** Says what a look found after a lost answer, or why a change wasn't tried. */
export function foundText(found: AuditFound | AuditCode, action: ShownAction): string {
  return isKeyOf(FOUND, found) ? FOUND[found] : reasonText(found, action);
}

function isKeyOf<Table extends object>(table: Table, word: PropertyKey): word is keyof Table {
  return Object.hasOwn(table, word);
}
