// @ts-check
/** The preview's part in the browser. Plain JavaScript, since browsers run no TypeScript. */
import { closeModal, showModal } from "./modal.js";
import { post, required } from "./requests.js";

const workspace = required("#workspace");

/** Who looks, and which channel and thread are shown. */
function place() {
  const { user = "", channel = "", thread = "", tab = "" } = required(".layout").dataset;
  return { user, channel, thread, tab };
}

let wanted = place();
let requests = 0;

/** Draws the workspace again, keeping what is being typed; only the latest request counts. */
async function show(next = wanted) {
  wanted = next;
  requests += 1;
  const request = requests;
  const response = await fetch(`/view?${new URLSearchParams(next)}`);
  const html = await response.text();
  if (!response.ok || request !== requests) return;
  if (!askingFirst()) draw(html);
  await showModal(next.user);
}

/** A question before a press must not go while it is being answered. */
function askingFirst() {
  return workspace.querySelector("dialog[open]") !== null;
}

/** @param {string} html */
function draw(html) {
  const typed = new Map(inputs().map((input) => [inputKey(input), input.value]));
  const focused =
    document.activeElement instanceof HTMLInputElement ? inputKey(document.activeElement) : null;
  const read = workspace.querySelector(".home")?.scrollTop ?? 0;
  workspace.innerHTML = html;
  workspace.querySelector(".home")?.scrollTo({ top: read });
  for (const input of inputs()) {
    if (input.type !== "date") input.value = typed.get(inputKey(input)) ?? "";
    if (inputKey(input) === focused) input.focus();
  }
}

function inputs() {
  return [...workspace.querySelectorAll("input")];
}

/** @param {HTMLInputElement} input */
function inputKey(input) {
  return `${input.form?.dataset.form}.${input.name}`;
}

/** @param {string} path @param {Record<string, unknown>} values */
async function change(path, values) {
  await post(path, { user: place().user, ...values });
  await show();
}

workspace.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (!button) return;
  const { user, channel, tab } = place();
  const { openChannel, openTab, openThread, closeThread, say, prompt, shortcut, action, asks } =
    button.dataset;
  if (openChannel) void open({ user, channel: openChannel, thread: "", tab: "messages" });
  else if (openTab) void open({ user, channel, thread: "", tab: openTab });
  else if (openThread) void show({ user, channel, thread: openThread, tab });
  else if (closeThread) void show({ user, channel, thread: "", tab });
  else if (say) void change("/say", { channel, thread: "", text: say });
  else if (prompt) void change("/say", { channel, thread: "", text: prompt });
  else if (shortcut) void change("/shortcut", { ts: button.dataset.of, callback: shortcut });
  else if (action && asks) askFirst(button);
  else if (action) press(button);
});

/** Shows a channel; the app hears that somebody looks at the conversation with it. */
async function open(next = wanted) {
  await show(next);
  if (workspace.querySelector(".tabs")) await post("/open", { user: next.user, tab: next.tab });
}

/** @param {HTMLButtonElement} button */
function press(button) {
  const message = button.closest("[data-ts]");
  const { action = "", value = "" } = button.dataset;
  if (message instanceof HTMLElement)
    void change("/press", { ts: message.dataset.ts ?? "", action, value });
  else void change("/press-in-view", { action, value });
}

/** @param {HTMLButtonElement} button */
function askFirst(button) {
  const dialog = button.nextElementSibling;
  if (!(dialog instanceof HTMLDialogElement)) return;
  dialog.returnValue = "";
  dialog.addEventListener("close", () => dialog.returnValue === "yes" && press(button), {
    once: true,
  });
  dialog.showModal();
}

workspace.addEventListener("submit", (event) => {
  const form = event.target;
  // What a question before a press is answered with closes it, as the browser does.
  if (!(form instanceof HTMLFormElement) || form.method === "dialog") return;
  event.preventDefault();
  const { channel, thread } = place();
  const values = new FormData(form);
  if (form.dataset.form === "clock") void change("/clock", { day: String(values.get("day")) });
  else {
    const text = String(values.get("text"));
    form.reset();
    void change("/say", { channel, text, thread: form.dataset.form === "reply" ? thread : "" });
  }
});

workspace.addEventListener("change", (event) => {
  const select = event.target;
  if (!(select instanceof HTMLSelectElement) || select.name !== "person") return;
  void show({ user: select.value, channel: place().channel, thread: "", tab: "messages" });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !askingFirst()) void closeModal(place().user);
});

new EventSource("/events").addEventListener("message", () => void show());
void showModal(place().user);
