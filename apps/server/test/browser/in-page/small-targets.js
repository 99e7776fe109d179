// What is smaller than WCAG 2.2 asks for (2.5.8, level AA), links within a sentence aside.
(() => {
  const targets = document.querySelectorAll(
    "button, select, input:not([type=hidden], [type=checkbox]), a.button, label:has(input)",
  );
  return [...targets].flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width < 24 || height < 24 ? [`${width} x ${height} ${element.outerHTML.slice(0, 80)}`] : [];
  });
})();
