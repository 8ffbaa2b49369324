/** The addresses inside the page; `:id` stands for one segment. */
const table = [
  ["list", "/"],
  ["ticket", "/tickets/:id"],
  ["new", "/new"],
  ["escalations", "/escalations"],
  ["people", "/people"],
  ["login", "/login"],
  ["register", "/register"],
];

/** What an address means: a name, its parameters, and the query. */
export function routeOf(path, search = "") {
  const segments = path.split("/").filter((segment) => segment !== "");
  for (const [name, pattern] of table) {
    const parameters = match(pattern.split("/").filter((segment) => segment !== ""), segments);
    if (parameters) return { name, path, search, parameters, query: new URLSearchParams(search) };
  }
  return { name: "lost", path, search, parameters: {}, query: new URLSearchParams(search) };
}

/** The address of a ticket, with the query of the list beside it. */
export function ticketPath(id, search = "") {
  return `/tickets/${encodeURIComponent(id)}${search}`;
}

function match(pattern, segments) {
  if (pattern.length !== segments.length) return undefined;
  const parameters = {};
  for (const [index, part] of pattern.entries()) {
    if (part.startsWith(":")) {
      const text = decoded(segments[index]);
      if (text === undefined) return undefined;
      parameters[part.slice(1)] = text;
    } else if (part !== segments[index]) {
      return undefined;
    }
  }
  return parameters;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
