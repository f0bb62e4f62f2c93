// Creates a portal customer and adds it to an organization, as an agent with an API token. Without the app this ends with
// 403: creating the customer needs the global permission Administer Jira, which an agent lacks.
// https://community.atlassian.com/forums/Jira-questions/JSM-Cloud-REST-API-Regression-in-customer-creation-endpoint/qaq-p/3237647
//
//   SITE=https://your-site.atlassian.net EMAIL=agent@example.com API_TOKEN=… \
//     node create-customer-before.mjs noah@acme.example "Noah Berg" 1
//
// The arguments: email address, name, id of the organization.

const { SITE, EMAIL, API_TOKEN } = process.env;
const [email, displayName, organizationId] = process.argv.slice(2);

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
  const text = await response.text();
  if (!response.ok) {
    console.error(`${method} ${path}: ${response.status} ${text}`);
    process.exit(1);
  }
  return text === '' ? undefined : JSON.parse(text);
};

const [known] = await ask(`/rest/api/3/user/search?query=${encodeURIComponent(email)}`);
const { accountId } = known ?? (await ask('/rest/servicedeskapi/customer', { email, displayName }));
await ask(`/rest/servicedeskapi/organization/${organizationId}/user`, { accountIds: [accountId] });
console.log(`${accountId} is in organization ${organizationId}.`);
