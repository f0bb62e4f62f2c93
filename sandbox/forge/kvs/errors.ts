// Error codes of the Key-Value Store and the Custom Entity Store, as data.
// https://developer.atlassian.com/platform/forge/storage-reference/entities-errorhandling/
/** Names the origin of a code: Atlassian's page, a measurement that a third party published, or the sandbox itself. */
type Source = 'documented' | 'measured by others' | 'sandbox';

interface ErrorCode {
  status: number;
  message: string;
  source: Source;
}

const KVS_ERRORS = {
  EMPTY_KEY: documented('The key is empty'),
  INVALID_KEY: documented('The key has characters that are not allowed'),
  KEY_TOO_LONG: documented('The key is longer than 500 characters'),
  MAX_SIZE: documented('The value is larger than allowed'),
  MAX_DEPTH: documented('The value is nested deeper than allowed'),
  INVALID_ENTITY_VALUE: documented('The value is not of a type that can be stored'),
  INVALID_ENTITY_INDEX: documented('The entity has no such index, or the query does not fit it'),
  LIST_QUERY_LIMIT_EXCEEDED: documented('The page limit is not between 1 and 100'),
  QUERY_WHERE_INVALID: documented('A query can only ask for keys that begin with something'),
  COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE: documented('The page limit is not between 1 and 100'),
  EMPTY_FILTER_OPERATOR: documented('A filter operator has no conditions'),
  INVALID_FILTER_OPERATORS_COMBINATION: documented('"and" and "or" are at the same level'),
  INSUFFICIENT_FILTER_VALUES: documented('The condition has not the number of values that it needs'),
  /** Swallowed by the SDK: https://www.npmjs.com/package/@forge/kvs (out/storage-api.js) */
  KEY_NOT_FOUND: { status: 404, message: 'The key does not exist', source: 'documented' },
  /** https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/#conditions */
  UNPROCESSABLE_ENTITY: { status: 422, message: 'The request cannot be processed', source: 'documented' },
  KEY_CONFLICT: measured(409, 'The key exists already'),
  CONDITIONAL_CHECK_FAILED: measured(400, 'A condition is not met'),
  KEY_DUPLICATION_ERROR: measured(400, 'A key is used more than once'),
  TOO_MANY_BATCH_ENTITIES: measured(400, 'A batch has more than 25 keys'),
  SCHEMA_NOT_FOUND: measured(404, 'The manifest declares no such entity'),
  INVALID_TTL: measured(400, 'The time to live is not valid'),
  INCORRECT_PROPERTY_TYPE: measured(400, 'An attribute is not of its declared type'),
  INVALID_REQUEST: ours(400, 'The request is not well-formed'),
  INVALID_CURSOR: ours(400, 'The cursor does not belong to this query'),
  UNDECLARED_ATTRIBUTE: ours(400, 'The manifest declares no such attribute'),
  NOT_MODELLED: ours(501, 'The sandbox does not model this'),
} satisfies Record<string, ErrorCode>;

export type KvsCode = keyof typeof KVS_ERRORS;

/** Refuses a storage request with an error code. */
export class KvsRefusal extends Error {
  readonly code: KvsCode;
  readonly status: number;

  constructor(code: KvsCode, detail?: string) {
    const { message, status } = KVS_ERRORS[code];
    super(detail === undefined ? message : `${message}: ${detail}`);
    this.name = 'KvsRefusal';
    this.code = code;
    this.status = status;
  }
}

function documented(message: string): ErrorCode {
  return { status: 400, message, source: 'documented' };
}

function measured(status: number, message: string): ErrorCode {
  return { status, message, source: 'measured by others' };
}

function ours(status: number, message: string): ErrorCode {
  return { status, message, source: 'sandbox' };
}
