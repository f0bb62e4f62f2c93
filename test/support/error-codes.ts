// Every way in which a call can fail, complete by type.
import type { ErrorCode } from '../../src/shared/result';

export const ERROR_CODES: Record<ErrorCode, true> = {
  INVALID_INPUT: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  CONFLICT: true,
  PRIVILEGED_USER_UNAVAILABLE: true,
  CONSENT_MISSING: true,
  ATLASSIAN_REFUSED: true,
  RATE_LIMITED: true,
  UPSTREAM_UNAVAILABLE: true,
  UPSTREAM_CONTRACT: true,
  AUDIT_UNAVAILABLE: true,
  STORAGE_UNAVAILABLE: true,
  INTERNAL: true,
};
