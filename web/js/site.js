// Everything works without this script. With it: files can be dropped on their field, trees open at once, a link can be
// copied, an error summary takes the focus, and paper shows what is closed on the screen.

document.documentElement.classList.add("has-script");

function enhanceUpload(zone) {
  const input = zone.querySelector("input[type=file]");
  const over = (is) => (event) => {
    event.preventDefault();
    zone.classList.toggle("is-over", is);
  };
  zone.addEventListener("dragenter", over(true));
  zone.addEventListener("dragover", over(true));
  zone.addEventListener("dragleave", over(false));
  zone.addEventListener("drop", (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}

// The button stands hidden in the page, with both of its labels.
function enhanceTree(tools) {
  const tree = document.getElementById(tools.dataset.tree);
  const button = tools.querySelector("button");
  const branches = () => [...tree.querySelectorAll("details")];
  const allOpen = () => branches().every((one) => one.open);
  const label = () => {
    button.textContent = allOpen() ? tools.dataset.close : tools.dataset.open;
  };
  button.addEventListener("click", () => {
    const open = !allOpen();
    for (const one of branches()) one.open = open;
    label();
  });
  tree.addEventListener("toggle", label, true);
  label();
  tools.hidden = false;
}

function enhanceCopy(button) {
  const label = button.querySelector("span");
  const before = label.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    label.textContent = button.dataset.copied;
    setTimeout(() => (label.textContent = before), 2000);
  });
}

// A link to a closed part opens what holds it.
function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let up = target; up; up = up.parentElement?.closest("details")) if (up.tagName === "DETAILS") up.open = true;
  const own = target.querySelector(":scope > details");
  if (own) own.open = true;
  target.scrollIntoView();
}

document.querySelectorAll(".upload").forEach(enhanceUpload);
document.querySelectorAll(".tree-tools").forEach(enhanceTree);
document.querySelectorAll("button[data-copied]").forEach(enhanceCopy);
document.querySelector(".ds-error-summary")?.focus();
addEventListener("hashchange", openTarget);
if (location.hash) openTarget();

let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const one of closed) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of closed) one.open = false;
});
