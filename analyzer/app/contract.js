// The contract as the page gets it: text, marks, numbers. Words of a contract become text nodes and nothing else.
const make = (tag, style, text) => {
  const element = document.createElement(tag);
  if (style) element.className = style;
  if (text !== undefined) element.textContent = text;
  return element;
};

// Of many numbers the first few: the margin of a page is narrow.
const numbers = (list, most = 12) => {
  const rest = list.length > most ? ` +${list.length - most}` : "";
  const shown = make("sup", "", list.slice(0, most).join(" · ") + rest);
  shown.setAttribute("aria-hidden", "true");
  return shown;
};

// A mark answers to a click and to the keyboard where it belongs to a finding.
const live = (element, told, pick) => {
  element.title = told.title;
  if (!told.finding) return element;
  element.dataset.findings = (told.findings || [told.finding]).join(" ");
  element.dataset.own = (told.own || [told.finding]).join(" ");
  element.tabIndex = 0;
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", told.title);
  element.addEventListener("click", () => pick(told.finding));
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      pick(told.finding);
    }
  });
  return element;
};

const run = (piece, pick) => {
  if (!piece.title) return document.createTextNode(piece.text);
  const mark = live(make("mark", piece.severity, piece.text), piece, pick);
  if (piece.finding) mark.setAttribute("aria-label", `${piece.title}: ${piece.text}`);
  if (piece.first && piece.first.length) mark.prepend(numbers(piece.first));
  return mark;
};

const added = (items, words, pick) => {
  const list = make("ul", "added");
  list.setAttribute("aria-label", words.added);
  for (const item of items) {
    const entry = make("li", "");
    const button = live(make("span", "insert"), { ...item, title: `${words.added}: ${item.title}` }, pick);
    button.append(numbers(item.numbers), ` + ${item.title}`);
    entry.append(button);
    list.append(entry);
  }
  return list;
};

const text = (root, data, pick) => {
  for (const block of data.blocks) {
    if (block.tag === "added") {
      root.append(added(block.items, data.words, pick));
      continue;
    }
    const paragraph = make(block.tag === "h" ? "h6" : "p", `${block.tag} level-${Math.min(block.level || 0, 4)}`);
    for (const piece of block.runs) paragraph.append(run(piece, pick));
    root.append(paragraph);
  }
};

const page = (root, data, pick, turn) => {
  const bar = make("div", "pager");
  const step = (label, number, sign) => {
    const button = make("button", "", sign);
    button.setAttribute("aria-label", label);
    button.disabled = number < 1 || number > data.pages;
    button.addEventListener("click", () => turn(number));
    return button;
  };
  bar.append(step(data.words.previous, data.page - 1, "‹"), make("span", "", data.shown), step(data.words.next, data.page + 1, "›"));
  const sheet = make("div", "sheet");
  sheet.style.aspectRatio = String(data.ratio);
  const picture = make("img", "");
  picture.src = data.image;
  picture.alt = data.text;
  sheet.append(picture);
  for (const box of data.boxes) {
    const mark = live(make("span", `box ${box.severity}`), box, pick);
    for (const side of ["left", "top", "width", "height"]) mark.style[side] = `${box[side]}%`;
    if (box.first && box.first.length) mark.append(numbers(box.first, 3));
    sheet.append(mark);
  }
  root.append(bar, sheet);
  if (data.items.length) root.append(added(data.items, data.words, pick));
};

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".contract");
  const pick = (finding) => setTriggerValue("picked", finding);
  const turn = (number) => setTriggerValue("page", number);
  const { focus, ...shown } = data;
  const signature = JSON.stringify(shown);
  if (root.shown !== signature) {
    root.shown = signature;
    root.replaceChildren();
    root.setAttribute("aria-label", data.words.label);
    if (data.blocks) text(root, data, pick);
    else page(root, data, pick, turn);
  }
  let first = null;
  let owned = false;
  for (const mark of root.querySelectorAll("[data-findings]")) {
    const active = focus.id && mark.dataset.findings.split(" ").includes(focus.id);
    mark.classList.toggle("active", Boolean(active));
    // What is said, or where it would be added, before what only makes it matter.
    const owns = Boolean(active) && mark.dataset.own.split(" ").includes(focus.id);
    if (active && (!first || (owns && !owned))) {
      first = mark;
      owned = owns;
    }
  }
  if (focus.turn && root.turn !== focus.turn) {
    root.turn = focus.turn;
    if (first) {
      const place = first.getBoundingClientRect().top - root.getBoundingClientRect().top;
      root.scrollTop += place - root.clientHeight / 3;
    }
    if (focus.to === "contract") root.scrollIntoView({ block: "center" });
    if (focus.to === "list") {
      const card = () => document.querySelector(`.st-key-finding-${focus.number}`)?.scrollIntoView({ block: "start" });
      setTimeout(card, 60);
    }
  }
}
