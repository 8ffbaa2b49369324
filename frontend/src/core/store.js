/**
 * A value that others are told of when it changes.
 *
 * What is told is the value itself; whoever listens gets it once at the beginning too.
 */
export function createStore(initial) {
  let value = initial;
  const listeners = new Set();

  return {
    get value() {
      return value;
    },
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener(value);
    },
    /** Changes some members of a value that is an object. */
    change(members) {
      this.set({ ...value, ...members });
    },
    /** Calls back now and at every change; returns what ends it. */
    observe(listener) {
      listeners.add(listener);
      listener(value);
      return () => listeners.delete(listener);
    },
  };
}
