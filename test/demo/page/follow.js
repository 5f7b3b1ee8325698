// Runs in the page: shows each new state in place, so that the reader keeps the place and what is unfolded.
const PERIOD_MS = 1000;
let shown = document.querySelector("main").innerHTML;

async function follow() {
  try {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    if (answer.ok) show(await answer.text());
  } catch {
    const live = document.querySelector(".live");
    live.textContent = "Ended: this is the last state";
    live.classList.add("over");
    return;
  }
  setTimeout(() => void follow(), PERIOD_MS);
}

function show(text) {
  const next = new DOMParser().parseFromString(text, "text/html").querySelector("main");
  if (next === null || next.innerHTML === shown) return;
  shown = next.innerHTML;
  const toggled = new Map(unfoldings(document).map((it) => [keyOf(it), it.open]));
  for (const it of unfoldings(next)) it.open = toggled.get(keyOf(it)) ?? it.open;
  document.querySelector("main").replaceChildren(...next.childNodes);
}

function unfoldings(root) {
  return [...root.querySelectorAll("details")];
}

function keyOf(details) {
  const place = details.closest("[id]")?.id ?? "";
  return `${place} ${details.querySelector("summary")?.textContent ?? ""}`;
}

setTimeout(() => void follow(), PERIOD_MS);
