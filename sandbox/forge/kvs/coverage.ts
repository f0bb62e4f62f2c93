// Coverage of Forge’s storage.
import type { CoverageRow } from '../../coverage/coverage';

export const storageCoverage: readonly CoverageRow[] = [
  {
    what: 'storage without `storage:app`',
    behavior: '500',
    source: "a third party's lint rule",
    sure: 'R',
    testedBy: [['unit/sandbox/forge/kvs/storage-queries', 'belongs to the app only with its scope approved']],
  },
  {
    what: 'lifetime (TTL); at most 364 days: the page says "1 year", and nobody whether 365 days are still one (S)',
    behavior: 'gone at expiry; a setting keeps rows readable for up to 48 h, as Forge may',
    source: '[KVS reference]',
    sure: 'D',
    testedBy: [
      ['unit/sandbox/forge/kvs/storage-queries', 'ends on the sandbox clock'],
      ['unit/sandbox/forge/kvs/storage-queries', 'of 364 days is taken'],
      ['unit/sandbox/forge/kvs/storage-queries', 'can outlast itself by the lag that Forge allows itself'],
    ],
  },
  {
    what: 'codes: KEY_CONFLICT 409, CONDITIONAL_CHECK_FAILED 400, KEY_DUPLICATION_ERROR, SCHEMA_NOT_FOUND 404, INVALID_TTL, INCORRECT_PROPERTY_TYPE, over 25 operations 422',
    behavior: 'as listed',
    source: 'measured on Forge by others',
    sure: 'R',
    testedBy: [
      ['unit/sandbox/forge/kvs/storage', 'are not overwritten if the write says so'],
      ['unit/sandbox/forge/kvs/transactions', 'with a condition that is not met changes nothing'],
      ['unit/sandbox/forge/kvs/transactions', 'is refused for too many, repeated or ill-typed operations, whole'],
      ['unit/sandbox/forge/kvs/batches', 'is refused whole if it is empty, too large or repeats a key'],
      ['unit/sandbox/forge/kvs/entities', 'has to be declared'],
    ],
  },
  {
    what: 'an attribute that the manifest does not declare',
    behavior: 'refused',
    sure: 'S',
    testedBy: [['unit/sandbox/forge/kvs/entities', 'with %j is refused as %s']],
  },
  {
    what: 'a partition that is incomplete, an unknown index',
    behavior: 'INVALID_ENTITY_INDEX',
    source: 'the rule D, the code not',
    sure: 'D',
    testedBy: [['unit/sandbox/forge/kvs/entity-queries', 'refuses what the index or the attribute cannot do']],
  },
  {
    what: 'a row without an indexed attribute',
    behavior: 'is not in that index',
    sure: 'S',
    testedBy: [
      [
        'unit/sandbox/forge/kvs/entity-queries',
        'gives its partition in the order of its range; rows without an indexed attribute are not in it',
      ],
    ],
  },
  {
    what: 'filters',
    behavior: 'run after the page is read: a page can be empty and have a cursor',
    source: '[entity queries]',
    sure: 'D',
    testedBy: [
      [
        'unit/sandbox/forge/kvs/entity-queries',
        'filters a page after reading it, so that a page can be empty and have a next one',
      ],
    ],
  },
  {
    what: 'a range of an index',
    behavior: 'seven conditions only, as the published types say; BETWEEN with the larger value first is refused',
    source: '`@forge/kvs` types',
    sure: 'P',
    but: 'the code, and BETWEEN, S',
    testedBy: [
      [
        'unit/sandbox/forge/kvs/entity-queries',
        'ranges take fewer conditions than filters, and none that runs backwards',
      ],
    ],
  },
  {
    what: 'order of text',
    behavior: 'by UTF-16 units',
    sure: 'S',
    testedBy: [
      [
        'unit/sandbox/forge/kvs/entity-queries',
        'gives its partition in the order of its range; rows without an indexed attribute are not in it',
      ],
    ],
  },
  {
    what: 'a cursor with another query',
    behavior: 'refused',
    source: '"same parameters" is documented',
    sure: 'D',
    but: 'the code S',
    testedBy: [['unit/sandbox/forge/kvs/storage-queries', 'pages through a prefix in key order, without secrets']],
  },
];
