"use strict";
// Looks a job up by any of its titles, also misspelled ones. titles.js, loaded before, has TITLES: the title, the file
// of the job, and what the job is called there.

const MOST = 12;

const wordsOf = (text) =>
  text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").split(/[^a-z0-9]+/).filter(Boolean);

/** The letters to change, leave out, add or swap to make one word of another; more than `most` counts as `most` + 1. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [], row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    [before, row] = [row, next];
  }
  return Math.min(row[other.length], most + 1);
}

/** How badly a word that was typed fits a word of a title: 0 not at all badly, Infinity not at all. */
function misfit(typed, word) {
  if (word === typed) return 0;
  if (word.startsWith(typed)) return 0.5;
  const most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  const apart = distance(typed, word, most);
  return apart <= most ? apart : Infinity;
}

/** How badly a title fits all that was typed; words of the title that were not typed count a little. */
function badness(typed, title) {
  const words = wordsOf(title);
  const fits = typed.map((word) => Math.min(...words.map((other) => misfit(word, other)), Infinity));
  return fits.reduce((sum, fit) => sum + fit, 0) + 0.1 * Math.max(0, words.length - typed.length);
}

/** The jobs whose titles fit best, each once with that title. */
function jobs(text) {
  const typed = wordsOf(text);
  if (!typed.length) return [];
  const ranked = TITLES.map((entry) => ({ entry, bad: badness(typed, entry[0]) }))
    .filter(({ bad }) => bad < Infinity)
    .sort((one, other) => one.bad - other.bad);
  const best = new Map();
  for (const { entry } of ranked) if (!best.has(entry[1])) best.set(entry[1], entry);
  return [...best.values()].slice(0, MOST);
}

const form = document.getElementById("find");
const input = document.getElementById("title");

function show() {
  const found = jobs(input.value);
  document.getElementById("found").replaceChildren(...found.map(([title, file, job]) => {
    const link = Object.assign(document.createElement("a"), { href: file, textContent: job });
    const item = document.createElement("li");
    item.append(link, title === job ? "" : ` (${title})`);
    return item;
  }));
  const none = input.value.trim() && !found.length;
  const some = `${found.length} ${found.length === 1 ? "job" : "jobs"}`;
  document.getElementById("told").textContent = none ? "No title is like that." : found.length ? some : "";
}

form.hidden = false;
input.addEventListener("input", show);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  document.querySelector("#found a")?.click();
});
show();
