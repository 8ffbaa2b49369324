/** A fault of the sources or the settings, worded for the person who builds. */
export class BuildError extends Error {
  constructor(message, { help, exitCode = 1 } = {}) {
    super(message);
    this.help = help;
    this.exitCode = exitCode;
  }

  /** What is printed. */
  get report() {
    return `error: ${this.message}${this.help ? `\n  help: ${this.help}` : ""}`;
  }
}
