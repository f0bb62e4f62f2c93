/** The body of a comment that customers do not see: the property that Jira Service Management keeps for it says so. */
export function internalComment(lines: readonly string[]) {
  return {
    body: { type: 'doc', version: 1, content: lines.map(paragraph) },
    properties: [{ key: 'sd.public.comment', value: { internal: true } }],
  };
}

// A comment in the Atlassian Document Format: text only, so that nothing in it is a link, a mention or markup.
// https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/

/** One paragraph a line. The format has no empty text, so an empty line is an empty paragraph. */
function paragraph(line: string) {
  return {
    type: 'paragraph',
    ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
  };
}
