// Looks at an open page of a report and says what is wrong with it, as a list of sentences.
(() => {
  const problems = [];

  // Luminance and contrast as WCAG 2 defines them.
  const numbers = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = ([red, green, blue]) => {
    const linear = [red, green, blue].map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const ground = (element) => {
    for (let around = element; around; around = around.parentElement) {
      if (around instanceof SVGElement) {
        // A box of the map, or the band it stands on.
        const box = around.closest("g.box")?.querySelector("rect")
          ?? (around.matches(".perspective") ? document.querySelector(".map rect.band") : null);
        if (box) return numbers(getComputedStyle(box).fill);
        continue;
      }
      const color = numbers(getComputedStyle(around).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const element = text.parentElement;
    if (!text.data.trim() || ["STYLE", "SCRIPT", "TITLE", "DESC"].includes(element.tagName.toUpperCase())) continue;
    if (!element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue;
    const style = getComputedStyle(element);
    const ink = numbers(element instanceof SVGElement ? style.fill : style.color);
    const [light, dark] = [luminance(ink), luminance(ground(element))].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    const key = `${element.tagName}.${element.getAttribute("class")} ${ink}`;
    if (contrast < 4.5 && !seen.has(key)) {
      seen.add(key);
      problems.push(`contrast ${contrast.toFixed(2)} of ${key}: ${text.data.trim().slice(0, 40)}`);
    }
  }

  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of new Set(ids.filter((id, place) => ids.indexOf(id) !== place))) {
    problems.push(`the id ${id} stands twice`);
  }
  for (const drawing of document.querySelectorAll("svg[role]")) {
    const names = (drawing.getAttribute("aria-labelledby") ?? "").split(" ");
    if (!drawing.querySelector("title") || !drawing.querySelector("desc")
      || !names.every((name) => document.getElementById(name)?.textContent.trim())) {
      problems.push("a drawing has no title and description");
    }
  }
  for (const drawing of document.querySelectorAll("svg:not([role])")) {
    if (!drawing.closest("[aria-hidden=true]")) problems.push("a drawing is neither named nor hidden");
  }
  for (const chart of document.querySelectorAll("svg.chart")) {
    if (!chart.closest(".card").querySelector("details table tbody tr")) problems.push("a chart has no table");
  }
  for (const link of document.querySelectorAll("a[href]")) {
    if (!(link.textContent.trim() || link.getAttribute("aria-label"))) problems.push("a link has no name");
  }
  if (document.querySelectorAll("h1").length !== 1) problems.push("there is not one first heading");
  let level = 1;
  for (const heading of document.querySelectorAll("h1, h2, h3")) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) problems.push(`a level is left out before ${heading.textContent}`);
    level = own;
  }
  for (const head of document.querySelectorAll("th")) {
    if (!head.scope) problems.push("a heading of a table has no scope");
  }
  const width = document.documentElement.scrollWidth;
  if (width > innerWidth) problems.push(`${width} pixels wide on a screen of ${innerWidth}`);
  return problems;
})();
