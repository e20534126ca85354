// The list without a new page: htmx swaps rows, counts and pills together; this adds what a swap alone forgets.
const form = () => document.getElementById("filters");
const kept = { unfolded: [], narrowed: new Map(), focus: "", top: 0 };

// Options are many, so they bear no id: a box is found again by what it stands for.
const found = ({ id, type, name, value }) =>
  type === "checkbox" ? `[name="${name}"][value="${CSS.escape(value)}"]` : id && `#${CSS.escape(id)}`;

// Empty fields would only lengthen the address that people share.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  for (const [name, value] of [...detail.formData.entries()]) if (value === "") detail.formData.delete(name);
});

document.addEventListener("htmx:beforeSwap", () => {
  kept.unfolded = [...form().querySelectorAll("details[id][open]")].map((group) => group.id);
  kept.narrowed = new Map([...form().querySelectorAll(".narrow input")].map((field) => [field.id, field.value]));
  kept.focus = found(document.activeElement);
  kept.top = document.activeElement.getBoundingClientRect().top;
});

document.addEventListener("htmx:afterSwap", ({ detail }) => {
  const count = document.getElementById("count");
  for (const id of kept.unfolded) document.getElementById(id)?.setAttribute("open", "");
  prepare();
  if (detail.requestConfig.triggeringEvent.type === "submit") {
    count.focus(); // who presses “Show” wants to be shown; the count is read aloud there
  } else {
    const one = kept.focus && document.querySelector(kept.focus);
    if (one) {
      one.focus({ preventScroll: true });
      // On a phone the list stands above: when it gets shorter, what was ticked stays under the finger.
      scrollBy({ top: one.getBoundingClientRect().top - kept.top, behavior: "instant" });
    }
    document.getElementById("announced").textContent = count.textContent.trim();
  }
});

// Where the answer does not come, the browser asks for the page itself and says why.
for (const problem of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(problem, () => form().submit());
}

// Long groups narrow as one types; accents do not matter.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function narrow(label) {
  const wanted = plain(label.control.value);
  for (const option of label.parentElement.querySelectorAll("li")) {
    option.hidden = !plain(option.querySelector("label").textContent).includes(wanted) && !option.querySelector(":checked");
  }
}

function prepare() {
  for (const label of document.querySelectorAll("label.narrow")) {
    label.hidden = false;
    label.control.value = kept.narrowed.get(label.control.id) ?? "";
    narrow(label);
    label.addEventListener("change", (event) => event.stopPropagation());
    label.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    label.addEventListener("input", () => narrow(label));
  }
}

prepare();
