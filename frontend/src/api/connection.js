import { createStore } from "../core/store.js";

/** How long is waited before the API is asked again, in seconds; the last one repeats. */
const steps = [2, 4, 8, 15, 30];

/**
 * Whether the API can be reached: undefined while it can, else why not and when it is asked again.
 *
 * Every request reports to it, so the page says the same in every place.
 */
export function createConnection({ now = Date.now } = {}) {
  const trouble = createStore(undefined);
  let failures = 0;

  const report = (problem) => {
    if (!problem?.isPassing) {
      failures = 0;
      trouble.set(undefined);
      return;
    }
    // Several requests that fail together are one failure.
    if (trouble.value && now() < trouble.value.retryAt) return;
    const wait = problem.retryAfter || steps[Math.min(failures, steps.length - 1)];
    failures += 1;
    const longest = steps.at(-1);
    trouble.set({
      kind: problem.kind === "unreachable" ? "unreachable" : "unavailable",
      retryAt: now() + Math.min(wait, longest) * 1000,
    });
  };

  /** How long to wait before asking again, in milliseconds; undefined while all is well. */
  const delay = () =>
    trouble.value ? Math.max(250, trouble.value.retryAt - now()) : undefined;

  return { trouble, report, delay };
}
