/** Web addresses in running text; what ends a sentence does not belong to one. */
const address = /https?:\/\/[^\s<>"']+/gi;
const closing = /[.,;:!?)\]}]+$/;

/** A text in parts, each plain or a web address. */
export function partsOf(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const found = match[0].replace(closing, "");
    if (!isWeb(found)) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: found, url: found });
    end = match.index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

function isWeb(text) {
  return URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);
}
