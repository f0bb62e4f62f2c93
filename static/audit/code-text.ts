import type { AuditCode, AuditFound, ShownAction } from '../../src/shared/broker/audit';
import { ABOUT_OTHERS, ACTIONS, AUDIT, CODES, FOUND } from '../../src/shared/words/audit';
import { say } from '../../src/shared/words/format';
import { isForbiddenReason, REASONS } from '../../src/shared/words/reasons';
import { isKeyOf } from '../feedback/is-key-of';

/** The words that a page has beyond those about groups: those about customers, or none. */
export interface MoreWords {
  action: (action: ShownAction) => string | undefined;
  reason: (code: AuditCode, action: ShownAction) => string | undefined;
}

/** Puts an entry's action into words, one of a later version too. */
export function actionText(action: ShownAction, more?: MoreWords): string {
  if (isKeyOf(ACTIONS, action)) return ACTIONS[action];
  return more?.action(action) ?? say(AUDIT.laterAction, { action: String(action) });
}

/** Says why an audit entry ended so, to anybody but its caller. A later version may have stored a code that this one doesn't know. */
export function reasonText(code: AuditCode, action: ShownAction, more?: MoreWords): string {
  if (isKeyOf(ABOUT_OTHERS, code)) return ABOUT_OTHERS[code];
  const special = more?.reason(code, action);
  if (special !== undefined) return special;
  if (isForbiddenReason(code)) return REASONS[code].why;
  return isKeyOf(CODES, code) ? CODES[code] : say(AUDIT.laterCode, { code: String(code) });
}

/** Says what a look found after a lost answer, or why a change wasn't tried. */
export function foundText(found: AuditFound | AuditCode, action: ShownAction, more?: MoreWords): string {
  return isKeyOf(FOUND, found) ? FOUND[found] : reasonText(found, action, more);
}
