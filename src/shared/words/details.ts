// Sentences of the details of a change: what happens to each person or group, or what happened.
export const DETAILS = {
  title: 'Details',
  reading: 'Reading the details',
  none: 'There aren’t any details.',
  noneOfKind: 'There aren’t any of this kind.',
  previous: 'Previous details',
  next: 'Next details',
  show: 'Show',
} as const;

/** Names the kinds of details, before a change is carried out and after. */
export const DETAIL_KINDS = {
  planned: { changed: 'Will change', notChanged: 'Won’t change' },
  applied: { changed: 'Changed', notChanged: 'Not changed', unknown: 'Not known' },
} as const;
