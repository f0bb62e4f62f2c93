import { invalidInput } from '../../broker/errors';
import { CUSTOMER_FIELDS } from '../../shared/customers/field-problems';
import { MOST_STORED_KIB } from '../../shared/limits';
import { say } from '../../shared/words/format';

/** Left for data stored with the value, such as its version. */
const RESERVE_BYTES = 1_024;

/** Refuses a value that is too large for the store. Fails with INVALID_INPUT. */
export function requireStorable(field: string, value: object): void {
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  if (bytes <= MOST_STORED_KIB * 1_024 - RESERVE_BYTES) return;
  const size = Math.ceil((bytes + RESERVE_BYTES) / 1_024);
  throw invalidInput(field, say(CUSTOMER_FIELDS.tooLarge, { size, limit: MOST_STORED_KIB }));
}
