/** The API's operations, by what they are for. */
export function createHelpdesk(request) {
  const ticket = (id) => `/tickets/${encodeURIComponent(id)}`;

  return {
    tickets: (filters, { cursor, limit } = {}) =>
      request("GET", "/tickets", { query: { ...filters, cursor, limit } }),
    ticket: (id) => request("GET", ticket(id)),
    create: (draft) => request("POST", "/tickets", { body: draft }),
    update: (id, change) => request("PATCH", ticket(id), { body: change }),
    assign: (id, assigneeId) => request("POST", `${ticket(id)}/assign`, { body: { assigneeId } }),
    resolve: (id) => request("POST", `${ticket(id)}/resolve`),
    comment: (id, body) => request("POST", `${ticket(id)}/comments`, { body: { body } }),
    events: (id, { cursor, limit } = {}) =>
      request("GET", `${ticket(id)}/events`, { query: { cursor, limit } }),
    notifications: ({ cursor, limit } = {}) =>
      request("GET", "/notifications", { query: { cursor, limit } }),
    accounts: ({ role, cursor, limit } = {}) =>
      request("GET", "/accounts", { query: { role, cursor, limit } }),
    setRole: (id, role) =>
      request("PATCH", `/accounts/${encodeURIComponent(id)}`, { body: { role } }),
  };
}
