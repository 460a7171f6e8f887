// @ts-check
/** The preview's part in the browser. Plain JavaScript, since browsers run no TypeScript. */

/** @param {string} selector */
function required(selector) {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`The page has no ${selector}.`);
  return found;
}

const workspace = required("#workspace");

/** Which channel and thread are shown. */
function place() {
  const { channel = "", thread = "" } = required(".layout").dataset;
  return { channel, thread };
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
  const typed = new Map(inputs().map((input) => [inputKey(input), input.value]));
  const focused =
    document.activeElement instanceof HTMLInputElement ? inputKey(document.activeElement) : null;
  workspace.innerHTML = html;
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

/** @param {string} path @param {Record<string, string>} values */
async function post(path, values) {
  await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(values),
  });
  await show();
}

workspace.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (!button) return;
  const { channel, thread } = place();
  const { openChannel, openThread, closeThread, say } = button.dataset;
  if (openChannel) void show({ channel: openChannel, thread: "" });
  else if (openThread) void show({ channel, thread: openThread });
  else if (closeThread) void show({ channel, thread: "" });
  else if (say) void post("/say", { channel, thread: "", text: say });
  else if (button.type === "button" && button.id) {
    // Slack's buttons are drawn with their action as id.
    const message = button.closest("[data-ts]");
    const ts = message instanceof HTMLElement ? (message.dataset.ts ?? "") : "";
    void post("/press", { channel, thread, ts, action: button.id });
  }
});

workspace.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const { channel, thread } = place();
  const values = new FormData(form);
  if (form.dataset.form === "clock") void post("/clock", { day: String(values.get("day")) });
  else {
    const text = String(values.get("text"));
    form.reset();
    void post("/say", { channel, text, thread: form.dataset.form === "reply" ? thread : "" });
  }
});

new EventSource("/events").addEventListener("message", () => void show());
