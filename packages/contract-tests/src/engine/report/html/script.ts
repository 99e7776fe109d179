// Searching and copying, for who lets scripts run. Plain text for a browser, so it can use nothing of this program.
export const SCRIPT = `
"use strict";
const query = document.getElementById("query");
const only = document.getElementById("only");
const found = document.getElementById("found");
const items = [...document.querySelectorAll("[data-item]")].map((element) => ({
  element,
  text: element.textContent.toLowerCase(),
  bad: element.matches(".finding") || element.querySelector(".failed, .missing") !== null,
}));

function filter() {
  const words = query.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const active = words.length > 0 || only.checked;
  let shown = 0;
  for (const { element, text, bad } of items) {
    const fits = words.every((word) => text.includes(word)) && (!only.checked || bad);
    element.hidden = !fits;
    if (fits) shown++;
  }
  for (const list of document.querySelectorAll("section[data-list]"))
    list.classList.toggle("empty", active && list.querySelector("[data-item]:not([hidden])") === null);
  found.value = active ? (shown === 0 ? "Nothing found" : shown + " found") : "";
}

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let each = target; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
  if (target) target.scrollIntoView();
}

function addCopyButton(pre) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(pre.textContent);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
  const frame = document.createElement("div");
  frame.className = "copy";
  pre.replaceWith(frame);
  frame.append(pre, button);
}

query.addEventListener("input", filter);
only.addEventListener("change", filter);
document.getElementById("search").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("search").hidden = false;
addEventListener("hashchange", reveal);
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.matches("input")) return;
  event.preventDefault();
  query.focus();
});
if (navigator.clipboard) document.querySelectorAll("pre.command").forEach(addCopyButton);
reveal();
`;
