// Measures a page as WCAG 2.2 does: every text that can be seen against what lies behind it
// (1.4.3), and every control's border or filling against its surroundings (1.4.11).
() => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const paint = canvas.getContext("2d", { willReadFrequently: true });

  // Whatever a style calls a colour, as red, green, blue and alpha.
  const colour = (text) => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = text;
    paint.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = paint.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top, below) => [
    ...[0, 1, 2].map((index) => top[index] * top[3] + below[index] * (1 - top[3])),
    1,
  ];
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  const ancestors = (element) => {
    const found = [];
    for (let at = element; at; at = at.parentElement) found.push(at);
    return found;
  };
  // What is behind an element's content, with itself or without.
  const backdrop = (element) =>
    ancestors(element)
      .reverse()
      .reduce((below, at) => over(colour(getComputedStyle(at).backgroundColor), below), [255, 255, 255, 1]);
  const opacity = (element) =>
    ancestors(element).reduce((product, at) => product * Number(getComputedStyle(at).opacity), 1);
  const isSeen = (element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    if (element.closest(".unseen, .skip, [aria-hidden=true]")) return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  };
  const describe = (element, text) =>
    `${element.tagName.toLowerCase()}.${element.className || "-"} ${JSON.stringify(text.trim().slice(0, 40))}`;

  const faults = [];
  let texts = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent;
    if (text.trim() === "" || !isSeen(element)) continue;
    // Text of disabled controls is exempt.
    if (element.closest(":disabled")) continue;
    texts += 1;
    const style = getComputedStyle(element);
    const behind = backdrop(element);
    const ink = colour(style.color);
    const ratio = contrast(over([...ink.slice(0, 3), ink[3] * opacity(element)], behind), behind);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const least = isLarge ? 3 : 4.5;
    if (ratio < least) faults.push(`${describe(element, text)}: ${ratio.toFixed(2)} of ${least}`);
  }

  let controls = 0;
  for (const element of document.querySelectorAll("button, input, select, textarea, a.button")) {
    if (!isSeen(element) || element.disabled) continue;
    if (/^(radio|checkbox)$/.test(element.type)) continue;
    const style = getComputedStyle(element);
    const outside = backdrop(element.parentElement);
    const border = parseFloat(style.borderTopWidth) > 0 ? over(colour(style.borderTopColor), outside) : outside;
    const best = Math.max(contrast(border, outside), contrast(backdrop(element), outside));
    // A control that is words alone is told by them.
    if (best === 1) continue;
    controls += 1;
    if (best < 3 && element.innerText === "") {
      faults.push(`${describe(element, element.name || "")}: border ${best.toFixed(2)} of 3`);
    }
  }

  // Targets of at least 24 by 24 (2.5.8); links inside of sentences are exempt.
  for (const element of document.querySelectorAll("button, select, summary, a.button, a.row, .nav-link")) {
    if (!isSeen(element)) continue;
    const { width, height } = element.getBoundingClientRect();
    const isText = element.classList.contains("link");
    if (!isText && (width < 24 || height < 24)) {
      faults.push(`${describe(element, element.innerText)}: ${width.toFixed()} by ${height.toFixed()}`);
    }
  }

  const named = (element) =>
    element.getAttribute("aria-label") || element.labels?.length || element.innerText.trim() ||
    element.getAttribute("aria-labelledby");
  for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    if (isSeen(element) && !named(element)) faults.push(`${describe(element, "")}: no name`);
  }
  const headings = [...document.querySelectorAll("h1")].filter(
    (heading) => isSeen(heading) && heading.getAttribute("aria-level") !== "2",
  );
  if (headings.length !== 1) faults.push(`${headings.length} first headings`);
  const identifiers = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const twice = identifiers.filter((id, index) => identifiers.indexOf(id) !== index);
  if (twice.length > 0) faults.push(`identifiers that are there twice: ${twice}`);

  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    faults.push(`the page is ${root.scrollWidth} wide, the window ${root.clientWidth}`);
  }
  return { faults, texts, controls };
}
