// The session sheet with more comfort: what a row takes from above, keys between rows, names while one types, and care
// for what is not recorded yet. The server does all else.
const sheet = document.getElementById("sheet");
const rows = [...sheet.querySelectorAll(".rows > li")];
const cell = (row, name) => row.querySelector(`[name$="-${name}"]`);
const INHERITED = ["page", "kind", "standing", "asks_for", "in_whose_words", "capacity", "addressees", "inferred_because", "topics"];
const counts = (row) => !cell(row, "omit").checked &&
  [...row.querySelectorAll("input:not([type=checkbox]), select, textarea")].some((field) => field.value.trim());

// What an empty cell takes from the rows above, in faint letters; the reference that each row would get; how many.
function tell() {
  const above = {};
  const [, stem, first] = sheet.dataset.first.match(/^(.*?)(\d+)$/);
  let number = Number(first), whole = "", part = 0, count = 0;
  for (const row of rows) {
    for (const name of INHERITED) {
      const field = cell(row, name), blank = field.options?.[0];
      if (blank) blank.dataset.said ??= blank.textContent;
      if (blank) blank.textContent = above[name] ? `${blank.dataset.said}: ${above[name]}` : blank.dataset.said;
      else field.placeholder = above[name] ?? "";
      if (field.value.trim() && counts(row)) above[name] = blank ? field.selectedOptions[0].textContent : field.value;
      if (name === "inferred_because" && cell(row, "addressees").value.trim() && !field.value.trim()) delete above[name];
    }
    const shown = row.querySelector(".reference");
    if (!counts(row)) {
      shown.textContent = "";
      if (cell(row, "omit").checked && !cell(row, "part").checked) whole = "";
    }
    else if (cell(row, "part").checked && whole) shown.textContent = `${whole}.${++part}`;
    else {
      whole = shown.textContent = stem + String(number++).padStart(first.length, "0");
      part = 0;
    }
    count += counts(row);
  }
  const said = document.getElementById("count");
  said.textContent = `${count} ${said.dataset.said}`;
}

// Nobody leaves by mistake with rows that are not recorded, and nobody sends them twice.
let touched = Boolean(document.querySelector(".errornote")) || rows.some(counts);
let sent = false;
window.addEventListener("beforeunload", (event) => touched && !sent && event.preventDefault());
window.addEventListener("pageshow", () => { sent = false; });
sheet.addEventListener("submit", (event) => {
  if (sent) event.preventDefault();
  sent = true;
  setTimeout(() => { sent = false; }, 10_000); // an answer that never comes can be asked for again
});

function go(row, name) {
  const field = cell(row, name) ?? cell(row, "headline");
  field.focus();
  field.scrollIntoView({ block: "nearest" });
}

sheet.addEventListener("keydown", (event) => {
  const row = event.target.closest(".rows > li");
  if (event.key === "Enter" && event.ctrlKey) {
    event.preventDefault();
    sheet.requestSubmit(sheet.querySelector("[name=save]"));
  }
  if (!row || !event.altKey || !event.shiftKey) return;
  const name = event.target.name?.replace(/^row-\d+-/, ""), place = rows.indexOf(row);
  const next = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (next) {
    event.preventDefault();
    if (rows[place + next]) go(rows[place + next], name);
    else if (next > 0) sheet.requestSubmit(sheet.querySelector(".add"));
  }
  if (["ArrowRight", "ArrowLeft"].includes(event.key)) {
    event.preventDefault();
    cell(row, "part").checked = event.key === "ArrowRight";
    tell();
  }
});

// Names as one types them, after the last semicolon: the browser's own list of suggestions, filled from the register.
const list = document.getElementById("names");
let asked;
async function suggest(field) {
  const [, before, begun] = field.value.match(/^(.*;\s*)?(.*)$/s);
  if (begun.trim().length < 2) return;
  const answer = await fetch(`${sheet.dataset[field.dataset.names]}&term=${encodeURIComponent(begun.trim())}`);
  if (!answer.ok || field !== document.activeElement) return;
  const { results } = await answer.json();
  list.replaceChildren(...results.map(({ text }) => new Option("", (before ?? "") + text)));
}

sheet.addEventListener("input", ({ target }) => {
  touched = true;
  tell();
  if (!target.dataset.names) return;
  clearTimeout(asked);
  asked = setTimeout(suggest, 200, target);
});
sheet.addEventListener("focusin", ({ target }) => target.dataset.names && list.replaceChildren());

tell();
