/** How often what is shown is looked up anew. */
const period = 10_000;

/**
 * Runs a task again and again while someone is looking, and at once when they come back.
 *
 * The task says in milliseconds how long to wait where it wants another time.
 */
export function createPulse(task, scope) {
  let timer;
  let isRunning = false;

  const schedule = (delay) => {
    clearTimeout(timer);
    if (!scope.isOver && !document.hidden) timer = setTimeout(beat, delay);
  };

  const beat = async () => {
    if (isRunning) return;
    isRunning = true;
    clearTimeout(timer);
    const delay = await task().catch(() => undefined);
    isRunning = false;
    schedule(delay ?? period);
  };

  scope.listen(document, "visibilitychange", () => {
    if (document.hidden) clearTimeout(timer);
    else beat();
  });
  scope.listen(window, "online", beat);
  scope.add(() => clearTimeout(timer));
  schedule(period);
  return { beat };
}
