// The theme listens on the window for single letters (f, s, n, p …) and moves focus or leaves the page on them. Nobody here
// expects that, and speech input types letters by accident (WCAG 2.1.4), so they go no further than the document.

document.addEventListener("keydown", (event) => {
  const searching = event.target instanceof Element && event.target.closest("[data-md-component=search]");
  const shortcut = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (shortcut && !searching) event.stopPropagation();
});

// The theme's menu and search open by labels of hidden checkboxes, which only a pointer can press. A button goes into each.
// The header stays for the whole visit, so once is enough.

for (const [id, says] of Object.entries({ __drawer: "Menu", __search: "Search" })) {
  const label = document.querySelector(`.md-header__button[for="${id}"]`);
  if (!label) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.ariaLabel = says;
  button.append(...label.childNodes);
  button.addEventListener("click", () => document.getElementById(id)?.click());
  label.append(button);
}
