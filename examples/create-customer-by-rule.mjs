// Creates a portal customer with the credentials that the script has: it creates a work item, an automation rule runs the
// app's action "Create portal customer", and the action answers with an internal comment. docs/customers.md shows the rule.
//
//   SITE=https://your-site.atlassian.net EMAIL=agent@example.com API_TOKEN=… PROJECT=SUP \
//     node create-customer-by-rule.mjs noah@acme.example "Noah Berg"
//
// The arguments: email address, name. The rule knows the organization.
// Ends with 0 if every step is done, with 1 if not, with 2 if nobody answers within WAIT_SECONDS (60).

import { setTimeout as wait } from 'node:timers/promises';

const { SITE, EMAIL, API_TOKEN, PROJECT, ISSUE_TYPE = 'Task', WAIT_SECONDS = '60' } = process.env;
const [email, displayName] = process.argv.slice(2);

/** GET without a body, POST with one. */
const ask = async (path, body) => {
  const method = body === undefined ? 'GET' : 'POST';
  const response = await fetch(SITE + path, {
    method,
    headers: {
      authorization: `Basic ${btoa(`${EMAIL}:${API_TOKEN}`)}`,
      accept: 'application/json',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    console.error(`${method} ${path}: ${response.status} ${await response.text()}`);
    process.exit(1);
  }
  return response.json();
};

/** The text in a document, a line for each paragraph. */
const linesOf = ({ content }) =>
  content.map((paragraph) => (paragraph.content ?? []).map(({ text }) => text ?? '').join(''));

/** The lines of the app's answer. Customers can't write internal comments. */
const readAnswer = async (issueKey) => {
  const { comments } = await ask(`/rest/api/3/issue/${issueKey}/comment?orderBy=-created`);
  return comments
    .filter(({ jsdPublic }) => jsdPublic === false)
    .map(({ body }) => linesOf(body))
    .find(([first = '']) => first.startsWith('Space Steward: '));
};

const paragraph = { type: 'paragraph', content: [{ type: 'text', text: displayName }] };
const { key } = await ask('/rest/api/3/issue', {
  fields: {
    project: { key: PROJECT },
    issuetype: { name: ISSUE_TYPE },
    summary: email,
    description: { type: 'doc', version: 1, content: [paragraph] },
  },
});

const end = Date.now() + Number(WAIT_SECONDS) * 1000;
let lines;
while (lines === undefined && Date.now() < end) {
  await wait(1000);
  lines = await readAnswer(key);
}
if (lines === undefined) {
  console.error(`${key}: no answer. The audit log of the automation rule says why.`);
  process.exit(2);
}
console.log([key, ...lines].join('\n'));
const isDone = (line) => line.startsWith('Account: ') || /: (added|there already|not wanted here)\.$/.test(line);
process.exitCode = lines.length > 1 && lines.slice(1).every(isDone) ? 0 : 1;
