// @ts-check
/** The modal that is open before the person: drawn, filled in, searched in and sent. */
import { post, required } from "./requests.js";

const root = required("#modal");
let user = "";

function version() {
  const shown = root.firstElementChild;
  return shown instanceof HTMLElement ? (shown.dataset.version ?? "") : "";
}

/** Draws the modal again when it is another one, so that nothing is lost that is being filled in. */
export async function showModal(/** @type {string} */ person) {
  user = person;
  const response = await fetch(`/modal?${new URLSearchParams({ user })}`);
  const next = document.createElement("div");
  next.innerHTML = await response.text();
  const drawn = next.firstElementChild;
  const nextVersion = drawn instanceof HTMLElement ? drawn.dataset.version : "";
  if (!response.ok || nextVersion === version()) return;
  root.replaceChildren(...next.childNodes);
  const first =
    root.querySelector("[aria-invalid]") ?? root.querySelector("input, textarea, select, button");
  if (first instanceof HTMLElement) first.focus();
}

/** @param {string} person */
export async function closeModal(person) {
  if (version() === "") return;
  await post("/close", { user: person });
  await showModal(person);
}

root.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  const { closeModal: closes, action, value = "" } = button?.dataset ?? {};
  if (closes) void closeModal(user);
  else if (action) void post("/press-in-view", { user, action, value });
});

root.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.target instanceof HTMLFormElement) void submit(event.target);
});

/** @param {HTMLFormElement} form */
async function submit(form) {
  const names = [...form.elements].flatMap((element) => element.getAttribute("name") ?? []);
  const values = new FormData(form);
  const entered = Object.fromEntries(names.map((name) => [name, values.getAll(name).map(String)]));
  await post("/submit", { user, entered });
  await showModal(user);
}

root.addEventListener("input", (event) => {
  const search = event.target;
  if (search instanceof HTMLInputElement && search.dataset.suggest) void suggest(search);
});

/** Offers what the app finds, the best of it chosen. */
async function suggest(/** @type {HTMLInputElement} */ search) {
  const text = search.value;
  const response = await post("/suggest", { user, block: search.dataset.suggest, text });
  const select = search.parentElement?.querySelector("select");
  if (!response.ok || !select || search.value !== text) return;
  /** @type {{ label: string; value: string }[]} */
  const options = await response.json();
  select.replaceChildren(...options.map(({ label, value }) => new Option(label, value)));
}
