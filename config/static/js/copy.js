// Copies a citation at one press; the focus stays on the button. Without this a click into the text selects it whole.
const said = document.getElementById("copied");

for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copies);
    said.textContent = "";
    try {
      await navigator.clipboard.writeText(text.textContent);
      said.textContent = said.dataset.copied;
    } catch {
      // Not allowed, or the site is not served securely: then the reader copies what is selected.
      getSelection().selectAllChildren(text);
      said.textContent = said.dataset.selected;
    }
  });
}
