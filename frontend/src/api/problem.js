/** Why a request did not do what it should, as RFC 9457 words it or as the network left it. */
export class Problem extends Error {
  constructor({ kind, status = 0, title, detail, faults = [], retryAfter, requestId }) {
    super(detail ?? title ?? kind);
    this.kind = kind;
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.faults = faults;
    this.retryAfter = retryAfter;
    this.requestId = requestId;
  }

  /** A request that got no answer. */
  static unreachable() {
    return new Problem({ kind: "unreachable" });
  }

  /** Reads an answer that is no success; its body may be anything. */
  static async of(response, now = Date.now()) {
    const body = await response.json().catch(() => ({}));
    const isObject = body !== null && typeof body === "object";
    const { type, title, detail, errors, requestId } = isObject ? body : {};
    return new Problem({
      kind: typeof type === "string" ? type.replace(/^urn:problem:helpdesk:/, "") : "unknown",
      status: response.status,
      title,
      detail,
      faults: Array.isArray(errors) ? errors.map(fault) : [],
      retryAfter: secondsOf(response.headers.get("retry-after"), now),
      requestId: requestId ?? response.headers.get("x-request-id") ?? undefined,
    });
  }

  /** Whether the same request may well succeed in a moment. */
  get isPassing() {
    return this.kind === "unreachable" || [502, 503, 504].includes(this.status);
  }

  /** What a person is told. */
  get text() {
    if (this.kind === "unreachable") {
      return "Helpdesk can’t be reached. Check your connection and try again.";
    }
    const again = `Try again ${soon(this.retryAfter)}.`;
    if (this.isPassing) return `Helpdesk can’t answer just now. ${again}`;
    if (this.status === 429) return `Too many attempts. ${again}`;
    if (this.kind === "wrong-credentials") return "Wrong email or password.";
    if (this.status === 401) return "Your session has ended. Log in again.";
    if (this.status === 403) return "Your account may not do this.";
    if (this.status === 404) return "This is not there, or not for you to see.";
    if (this.status === 409) return sentence(this.detail ?? this.title ?? "Someone was faster.");
    if (this.status >= 500) {
      const reference = this.requestId ? ` Tell support this reference: ${this.requestId}.` : "";
      return `Something went wrong on our side.${reference}`;
    }
    return sentence(this.detail ?? this.title ?? "That did not work");
  }
}

/** A fault's place is a JSON pointer (`/title`) or a parameter (`?limit`). */
function fault(entry) {
  const pointer = String(entry?.pointer ?? "");
  const name = pointer.slice(1).replaceAll("~1", "/").replaceAll("~0", "~");
  return { field: name, detail: String(entry?.detail ?? "is not valid") };
}

/** Retry-After is a number of seconds or a date (RFC 9110, 10.2.3). */
function secondsOf(text, now) {
  if (!text) return undefined;
  if (/^[0-9]+$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

function soon(seconds) {
  if (!seconds) return "in a moment";
  if (seconds < 90) return `in ${seconds} second${seconds === 1 ? "" : "s"}`;
  const minutes = Math.ceil(seconds / 60);
  return `in ${minutes} minutes`;
}

function sentence(text) {
  const trimmed = text.trim();
  const end = /[.!?]$/.test(trimmed) ? "" : ".";
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1) + end;
}
