// The products whose REST APIs the site answers, told by the address.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/

export type Product = 'confluence' | 'jira' | 'jsm';

export function productOf(path: string): Product {
  if (path.startsWith('/rest/servicedeskapi/')) {
    return 'jsm';
  }
  return path.startsWith('/rest/') ? 'jira' : 'confluence';
}
