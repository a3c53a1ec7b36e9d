// What the pages gain by JavaScript; all of them are of use without it.
"use strict";

// An article: the figure that the pointer, the keys or a tap is on is shown beside the text, and n and p step through them.
(function () {
  const marks = Array.from(document.querySelectorAll(".words a.mark"));
  const side = document.querySelector(".understood");
  if (!marks.length || !side) return;
  const about = (mark) => document.getElementById(mark.hash.slice(1));
  const isNarrow = window.matchMedia("(max-width: 50rem)");
  let current = -1;
  let isClosing = false;

  function show(index, byKey, scroll) {
    if (index < 0 || index >= marks.length) return;
    marks.forEach((mark, at) => {
      mark.classList.toggle("current", at === index);
      const section = about(mark);
      if (section) section.classList.toggle("current", at === index);
    });
    current = index;
    document.documentElement.classList.remove("none-shown");
    side.scrollTop = 0;
    if (byKey) marks[index].focus({ preventScroll: true });
    if (byKey || scroll) marks[index].scrollIntoView({ block: "center" });
    // Where the window is narrow, the sheet at its foot may lie over the figure.
    const covered = marks[index].getBoundingClientRect().bottom - side.getBoundingClientRect().top;
    if (isNarrow.matches && covered > -12) window.scrollBy({ top: covered + 40, behavior: "instant" });
  }

  function close() {
    const mark = marks[current];
    for (const one of document.querySelectorAll(".about.current, a.mark.current")) one.classList.remove("current");
    document.documentElement.classList.add("none-shown");
    // Who closes by the button goes on from the figure; its focus does not open it again.
    isClosing = true;
    if (mark && side.contains(document.activeElement)) mark.focus({ preventScroll: true });
    isClosing = false;
    if (isNarrow.matches || !mark) return;
    mark.blur();
  }

  document.documentElement.classList.add("stepping", "none-shown");
  for (const hidden of side.querySelectorAll(".keys, .steps")) hidden.hidden = false;
  side.querySelector(".next").addEventListener("click", () => show(Math.min(current + 1, marks.length - 1), false, true));
  side.querySelector(".close").addEventListener("click", close);
  side.querySelector(".previous").addEventListener("click", () => show(Math.max(current - 1, 0), false, true));
  side.setAttribute("aria-live", "polite");
  marks.forEach((mark, index) => {
    // A sheet that opens under the pointer would cover what is being read.
    mark.addEventListener("mouseenter", () => isNarrow.matches || show(index, false));
    mark.addEventListener("focus", () => isClosing || show(index, false));
    mark.addEventListener("click", (event) => {
      event.preventDefault();
      show(index, false);
      history.replaceState(null, "", "#" + mark.id);
    });
  });
  side.addEventListener("click", (event) => {
    if (!event.target.classList.contains("back")) return;
    event.preventDefault();
    show(marks.findIndex((mark) => "#" + mark.id === event.target.hash), true);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "Escape") close();
    else if (event.key === "n") show(Math.min(current + 1, marks.length - 1), true);
    else if (event.key === "r") side.querySelector(".about.current a.review")?.click();
    else if (event.key === "p") show(Math.max(current - 1, 0), true);
  });

  const asked = new URLSearchParams(location.search).get("figure");
  const hash = location.hash || (asked === null ? "" : "#figure-" + asked);
  const wanted = marks.findIndex((mark) => "#" + mark.id === hash);
  if (wanted >= 0 || !isNarrow.matches) show(Math.max(wanted, 0), false, wanted >= 0);
})();

// Everywhere: "/" goes to the search box.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  const search = document.getElementById("search");
  if (!search) return;
  event.preventDefault();
  search.focus();
});

// Facets: closed where the window is narrow, so that the figures come first.
(function () {
  const box = document.querySelector(".facets-box");
  if (box && window.matchMedia("(max-width: 50rem)").matches) box.open = false;
})();

// Load: a file may be dropped anywhere on its field.
(function () {
  const drop = document.querySelector(".drop");
  if (!drop) return;
  const input = drop.querySelector("input");
  const over = (on) => (event) => {
    event.preventDefault();
    drop.classList.toggle("over", on);
  };
  drop.addEventListener("dragover", over(true));
  drop.addEventListener("dragleave", over(false));
  drop.addEventListener("drop", (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
})();
