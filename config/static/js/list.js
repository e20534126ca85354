// The list without a new page: htmx swaps rows, counts and pills together; this adds what a swap alone forgets.
const form = () => document.getElementById("filters");
const unfolded = new Set();

// Empty fields would only lengthen the address that people share.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  for (const [name, value] of [...detail.formData.entries()]) if (value === "") detail.formData.delete(name);
});

document.addEventListener("htmx:beforeSwap", () => {
  unfolded.clear();
  for (const group of form().querySelectorAll("details[open]")) unfolded.add(group.id);
});

document.addEventListener("htmx:afterSwap", () => {
  for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
  document.getElementById("announced").textContent = document.getElementById("count").textContent.trim();
  prepare();
});

// Where the answer does not come, the browser asks for the page itself and says why.
for (const problem of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(problem, () => form().submit());
}

// Long groups narrow as one types; accents do not matter.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function prepare() {
  for (const label of document.querySelectorAll("label.narrow")) {
    label.hidden = false;
    label.addEventListener("change", (event) => event.stopPropagation());
    label.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    label.addEventListener("input", () => {
      const wanted = plain(label.control.value);
      for (const option of label.parentElement.querySelectorAll("li")) {
        option.hidden = !plain(option.querySelector("label").textContent).includes(wanted) && !option.querySelector(":checked");
      }
    });
  }
}

prepare();
