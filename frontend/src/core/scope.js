/** Collects what a view has begun, so that all of it ends with the view. */
export function createScope() {
  const endings = [];
  let isOver = false;

  return {
    get isOver() {
      return isOver;
    },
    /** Keeps a function that ends something. */
    add(ending) {
      if (isOver) ending();
      else endings.push(ending);
    },
    /** Listens to an event until the end. */
    listen(target, type, listener, options) {
      target.addEventListener(type, listener, options);
      this.add(() => target.removeEventListener(type, listener, options));
    },
    end() {
      isOver = true;
      for (const ending of endings.splice(0).reverse()) ending();
    },
  };
}
