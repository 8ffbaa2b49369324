import { BuildError } from "./errors.mjs";

/** EX_CONFIG of sysexits.h, as the backend exits for a missing variable. */
const badSetting = 78;

const name = "NEXT_PUBLIC_API_URL";

/**
 * The origin of the API, which is compiled into the page.
 *
 * Only the page's own machine may be called without TLS: browsers refuse anything else from a page
 * that came over HTTPS, and the session's cookie would travel in the clear.
 */
export function readAPIOrigin(environment) {
  const text = environment[name];
  if (text === undefined || text === "") {
    throw new BuildError(`${name} is not set`, {
      help: `it is the API's origin, which the page calls, such as ${name}=http://localhost:8080`,
      exitCode: badSetting,
    });
  }
  const fault = complaint(text);
  if (fault) {
    throw new BuildError(`${name} is '${text}', which ${fault}`, {
      help: "an origin is https://HOST or http://localhost:PORT, without a path",
      exitCode: badSetting,
    });
  }
  return new URL(text).origin;
}

/** The port that the development server listens on. */
export function readPort(environment) {
  const text = environment.PORT || "3000";
  if (!/^[0-9]{1,5}$/.test(text) || Number(text) > 65535) {
    throw new BuildError(`PORT is '${text}', which is no port`, {
      help: "a port is a number from 0 to 65535; 0 takes a free one",
      exitCode: badSetting,
    });
  }
  return Number(text);
}

function complaint(text) {
  if (!URL.canParse(text) || /[\s"'<>;,]/.test(text)) return "is no URL";
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return "is neither http nor https";
  if (url.username || url.password) return "contains a user name or password";
  if (url.pathname !== "/" || /[?#]/.test(text)) return "is no mere origin";
  if (url.protocol === "http:" && !isLocal(url.hostname)) return "needs https";
  return undefined;
}

function isLocal(host) {
  return host === "localhost" || host.endsWith(".localhost");
}
