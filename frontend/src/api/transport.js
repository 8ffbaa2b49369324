import { Problem } from "./problem.js";

/** How long an answer is waited for. */
const limit = 20_000;

/**
 * Sends requests to the API and nothing else: JSON in, JSON out, a `Problem` where it fails.
 *
 * `report` hears of every outcome, so that the page can say when the API is away.
 */
export function createTransport({ origin, fetch, report = () => {} }) {
  return async function send(method, path, { body, query, token, session = false } = {}) {
    const headers = { Accept: "application/json" };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    let response;
    try {
      response = await fetch(`${origin}${path}${queryText(query)}`, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        // The cookie belongs to the requests on sessions, and these must arrive even when the page
        // is being left: a token that was exchanged unheard would end the log-in.
        credentials: session ? "include" : "omit",
        keepalive: session,
        cache: "no-store",
        redirect: "error",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout(limit),
      });
      if (response.ok) {
        const answer = response.status === 204 ? undefined : await response.json();
        report(undefined);
        return answer;
      }
    } catch {
      const problem = Problem.unreachable();
      report(problem);
      throw problem;
    }
    const problem = await Problem.of(response);
    report(problem);
    throw problem;
  };
}

/** The text behind the question mark; what is undefined or empty is left out. */
export function queryText(query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}
