// What the pages gain by JavaScript; all of them are of use without it.
"use strict";

// Keys of a single letter, which speech or a slip may press: a switch at the foot of each page turns them off (WCAG 2.1.4).
const letterKeys = (() => {
  const name = "figbook.letter-keys";
  let isOn = true;
  const keep = () => {
    try {
      localStorage.setItem(name, isOn ? "on" : "off");
    } catch (error) {
      console.info("figbook: this browser keeps no choice (" + error.name + ")");
    }
  };
  try {
    isOn = localStorage.getItem(name) !== "off";
  } catch (error) {
    console.info("figbook: this browser keeps no choice (" + error.name + ")");
  }
  const box = document.querySelector(".letter-keys");
  const show = () => document.documentElement.classList.toggle("no-letter-keys", !isOn);
  if (box) {
    const input = box.querySelector("input");
    box.hidden = false;
    input.checked = isOn;
    input.addEventListener("change", () => {
      isOn = input.checked;
      keep();
      show();
    });
  }
  show();
  return { are_on: () => isOn };
})();

// An article: the figure that the pointer is on is shown beside the text; a click, the keys or a tap pin one there, until it is
// closed. n and p step through them, Enter goes into what is known of one, and Escape comes back.
(function () {
  const marks = Array.from(document.querySelectorAll(".words a.mark"));
  const side = document.querySelector(".understood");
  if (!marks.length || !side) return;
  const about = (mark) => document.getElementById(mark.hash.slice(1));
  const abouts = Array.from(side.querySelectorAll(".about"));
  const isNarrow = window.matchMedia("(max-width: 50rem)");
  let current = -1;
  let isPinned = false;
  let isClosing = false;
  // A long article comes in parts: behind its last figure the next part goes on with its first.
  const part = (kind) => document.querySelector(`.paging a[rel=${kind}]`);
  const [partBefore, partBehind] = [part("prev"), part("next")];

  // What the address bar says is what is shown, so that it can be copied and come back to.
  function write_address(mark) {
    const address = new URL(location.href);
    address.searchParams.set("figure", mark.id.slice("figure-".length));
    address.hash = mark.id;
    history.replaceState(null, "", address);
  }

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
    const place = side.querySelector(".place");
    // Of the whole article, also where its parts have others.
    const number = Number(place.dataset.before) + abouts.indexOf(about(marks[index])) + 1;
    place.textContent = `${number} of ${place.dataset.all}`;
    const [previous, next] = [side.querySelector(".previous"), side.querySelector(".next")];
    previous.disabled = index === 0 && !partBefore;
    next.disabled = index === marks.length - 1 && !partBehind;
    previous.textContent = index === 0 && partBefore ? "Part before" : "Previous";
    next.textContent = index === marks.length - 1 && partBehind ? "Next part" : "Next";
    if (byKey) marks[index].focus({ preventScroll: true });
    if (byKey || scroll) marks[index].scrollIntoView({ block: "center" });
    // Where the window is narrow, the sheet at its foot may lie over the figure.
    const covered = marks[index].getBoundingClientRect().bottom - side.getBoundingClientRect().top;
    if (isNarrow.matches && covered > -12) window.scrollBy({ top: covered + 40, behavior: "instant" });
  }

  function pin(index, byKey, scroll) {
    if (index < 0 || index >= marks.length) return;
    isPinned = true;
    show(index, byKey, scroll);
    write_address(marks[index]);
  }

  // The first step is to the figure that is shown already.
  function step(by, byKey) {
    const wanted = isPinned ? current + by : Math.max(current, 0);
    const other = wanted < 0 ? partBefore : wanted >= marks.length ? partBehind : null;
    if (other) location.href = other.href + (by < 0 ? "#last-figure" : "#first-figure");
    else pin(Math.min(Math.max(wanted, 0), marks.length - 1), byKey, true);
  }

  function close() {
    const mark = marks[current];
    isPinned = false;
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
  for (const hidden of document.querySelectorAll(".understood .keys, .understood .steps, .tap")) hidden.hidden = false;
  side.querySelector(".next").addEventListener("click", () => step(1, false));
  side.querySelector(".close").addEventListener("click", close);
  side.querySelector(".previous").addEventListener("click", () => step(-1, false));
  side.setAttribute("aria-live", "polite");
  marks.forEach((mark, index) => {
    // A sheet that opens under the pointer would cover what is being read.
    mark.addEventListener("mouseenter", () => isNarrow.matches || isPinned || show(index, false));
    mark.addEventListener("focus", () => isClosing || pin(index, false));
    mark.addEventListener("click", (event) => {
      event.preventDefault();
      pin(index, false);
      // By the keyboard: a click has a count.
      if (event.detail === 0) about(mark).focus({ preventScroll: true });
    });
  });
  side.addEventListener("click", (event) => {
    if (!event.target.classList.contains("back")) return;
    event.preventDefault();
    pin(marks.findIndex((mark) => "#" + mark.id === event.target.hash), true);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "Escape" && event.target.closest(".about")) pin(current, true);
    else if (event.key === "Escape") close();
    else if (!letterKeys.are_on()) return;
    else if (event.key === "n") step(1, true);
    else if (event.key === "r") side.querySelector(".about.current a.review")?.click();
    else if (event.key === "p") step(-1, true);
  });

  const asked = new URLSearchParams(location.search).get("figure");
  const hash = location.hash.replace("#about-", "#figure-") || (asked === null ? "" : "#figure-" + asked);
  const ends = { "#first-figure": 0, "#last-figure": marks.length - 1 };
  const wanted = ends[location.hash] ?? marks.findIndex((mark) => "#" + mark.id === hash);
  isPinned = wanted >= 0;
  if (wanted >= 0 || !isNarrow.matches) show(Math.max(wanted, 0), false, wanted >= 0);
})();

// A review: what is right is asked for where something is corrected, and who reviews many says the name once.
(function () {
  const form = document.querySelector("form.reviewing");
  if (!form) return;
  const correction = form.querySelector(".correction");
  const by = form.querySelector("#review-by");
  const name = "figbook.reviewer";
  const update = () => {
    const chosen = form.querySelector("input[name=verdict]:checked");
    correction.hidden = !chosen || chosen.value !== "corrected";
    form.querySelector("#review-note").required = Boolean(chosen) && chosen.value !== "confirmed";
  };
  for (const one of form.querySelectorAll("input[name=verdict]")) one.addEventListener("change", update);
  update();
  try {
    if (!by.value) by.value = localStorage.getItem(name) || "";
    form.addEventListener("submit", () => localStorage.setItem(name, by.value));
  } catch (error) {
    console.info("figbook: this browser keeps no name (" + error.name + ")");
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !letterKeys.are_on()) return;
    if (event.target.tagName === "TEXTAREA" || (event.target.tagName === "INPUT" && event.target.type !== "radio")) return;
    const verdict = { c: "confirmed", d: "disputed", w: "wrong", o: "corrected" }[event.key];
    if (!verdict) return;
    event.preventDefault();
    form.querySelector(`input[value=${verdict}]`).click();
    (verdict === "corrected" ? form.querySelector("#review-value") : form.querySelector("#review-note")).focus();
  });
})();

// Everywhere: "/" goes to the search box.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || !letterKeys.are_on() || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
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
