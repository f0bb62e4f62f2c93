// A comment in the Atlassian Document Format: text only, so that nothing in it is a link, a mention or markup.
// https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/

/** One paragraph a line. The format has no empty text, so an empty line is an empty paragraph. */
const paragraph = (line: string) => ({
  type: 'paragraph',
  ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
});

/** The body of a comment that customers do not see: the property that Jira Service Management keeps for it says so. */
export const internalComment = (lines: readonly string[]) => ({
  body: { type: 'doc', version: 1, content: lines.map(paragraph) },
  properties: [{ key: 'sd.public.comment', value: { internal: true } }],
});
