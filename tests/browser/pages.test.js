// The pages in a browser, as a reader uses them. Started by browser.py with the address of a server over the sample articles.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test, before, after } = require("node:test");
const modules = process.env.FIGBOOK_NODE_MODULES;
const { chromium } = require(path.join(modules, "playwright-core"));
const axe = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");
const site = process.env.FIGBOOK_SITE;

let browser;
const troubles = [];

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.FIGBOOK_CHROMIUM, args: ["--no-sandbox"] });
});
after(async () => browser && browser.close());

// Milliseconds that a page may take to come: under the sanitizers, beside other tests, half a minute is too few.
const patience = 120000;

// On a busy machine a report is not ready at once: its page says so (202) and comes back by itself. It is waited for outside of the
// browser, since a page that leaves by itself while it is sent elsewhere is at neither address.
async function made(address) {
  for (let times = 0; times < 120; ++times) {
    const answer = await fetch(site + address);
    await answer.text();
    if (answer.status !== 202) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  assert.fail(`${address} is still being made after a minute`);
}

// A page of its own; errors in its console fail the test that asks for them.
async function open(address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  page.on("pageerror", (error) => troubles.push(`${address}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !/the server responded with a status of 4/.test(message.text())) troubles.push(`${address}: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(site) && !request.url().startsWith("data:")) troubles.push(`${address} asks ${request.url()}`);
  });
  await made(address);
  await page.goto(site + address);
  return page;
}

async function articleNamed(headline) {
  const answer = await (await fetch(site + "/articles.json")).json();
  return "/articles/" + answer.articles.find((article) => article.headline.includes(headline)).article_id;
}

test("a text is pasted, and its figure is found again by the search box", async () => {
  const page = await open("/load");
  await page.fill("#load-text", "Harbour opens\nMayor Edda Quint came to Tarnwick. The new harbour cost €41.7 million, Quint said.");
  await page.fill("#load-headline", "Harbour opens");
  await page.fill("#load-published", "2025-04-01");
  await page.click("form:has(#load-text) button");
  assert.match(await page.textContent("main"), /loaded 1 article with 1 figure/);
  await page.fill("#search", "Tarnwick");
  await page.press("#search", "Enter");
  assert.equal(await page.locator(".figure").count(), 0, "the sentence of the figure does not have the word");
  await page.click("main a:has-text('1 article has these words')");
  assert.match(await page.textContent("main .list"), /came to Tarnwick/);
  await page.fill("#search", "cost 41.7 Quint");
  await page.press("#search", "Enter");
  assert.match(await page.textContent(".figure .amount"), /€41.7 million/);
  assert.equal(await page.textContent(".figure mark"), "€41.7 million");
  await page.click(".figure .amount a");
  assert.match(page.url(), /#figure-0$/);
  assert.match(await page.textContent(".about.current"), /Edda Quint/);
});

test("figures are narrowed down by links, and each view is an address", async () => {
  const page = await open("/figures");
  await page.click(".facets a:has-text('EUR')");
  assert.match(page.url(), /currency=EUR/);
  const shown = await page.locator(".figure .amount").allTextContents();
  assert.ok(shown.length > 0 && shown.every((amount) => amount.includes("€")), shown.join(" | "));
  await page.click(".sorting a:has-text('largest')");
  assert.match(page.url(), /currency=EUR.*sort=largest/);
  await page.click(".chosen a");
  assert.doesNotMatch(page.url(), /currency/);
});

test("keys step through an article, and hovering says what was understood", async () => {
  const page = await open(await articleNamed("Kestrel"));
  assert.equal(await page.locator(".about.current").count(), 1);
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  const focused = await page.evaluate(() => document.activeElement.id);
  assert.equal(await page.getAttribute(".words a.mark.current", "id"), focused);
  await page.keyboard.press("p");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), focused);
  await page.keyboard.press("Escape");
  await page.hover(".words a.mark:has-text('21,500')");
  assert.match(await page.textContent(".about.current"), /21,500/);
  await page.click(".about.current .why summary");
  assert.ok((await page.locator(".about.current .why li").count()) > 0);
});

test("a click pins a figure, Enter goes into what is known of it, and the address says which", async () => {
  const page = await open(await articleNamed("Kestrel"));
  const first = await page.getAttribute(".words a.mark >> nth=0", "id");
  await page.keyboard.press("n");
  assert.equal(await page.evaluate(() => document.activeElement.id), first, "the first n is to the first figure");
  await page.click(".words a.mark >> nth=2");
  const pinned = await page.getAttribute("a.mark.current", "id");
  await page.hover(".words a.mark >> nth=1");
  assert.equal(await page.getAttribute("a.mark.current", "id"), pinned, "a pointer that passes changes nothing");
  assert.match(page.url(), new RegExp(`figure=${pinned.split("-")[1]}#${pinned}$`));
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), pinned.replace("figure", "about"));
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest(".about.current") !== null), "Tab stays in it");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.id), pinned);
  assert.match(await page.textContent(".steps .place"), /^\d+ of \d+$/);
  await page.keyboard.press("p");
  await page.keyboard.press("p");
  await page.keyboard.press("p");
  assert.ok(await page.isDisabled(".steps .previous"));
  await page.reload();
  assert.equal(await page.getAttribute("a.mark.current", "id"), first);
});

test("two articles that contradict each other are a fact in conflict, with a chart", async () => {
  for (const [day, amount] of [["2024-01-10", "€5.2 billion"], ["2024-03-10", "€6.1 billion"]]) {
    const page = await open("/load");
    await page.fill("#load-text", `Spending story\nMarrowland's defence spending was ${amount} in 2023, Ann Lee said. (${day})`);
    await page.fill("#load-published", day);
    await page.fill("#load-publication", "Paper of " + day);
    await page.click("form:has(#load-text) button");
    assert.match(await page.textContent("main"), /loaded 1 article/);
  }
  const page = await open("/facts?conflicts=1");
  await page.click("td a:has-text('Marrowland')");
  await page.waitForSelector(".fact-chart[data-points='2']");
  assert.ok(await page.locator(".fact-chart canvas").isVisible());
  const drawn = await page.evaluate(() => Chart.getChart(document.querySelector("canvas")).data.datasets[0].data.map((point) => point.y));
  assert.deepEqual(drawn, [5.2e9, 6.1e9]);
  assert.match(await page.textContent("tbody tr:last-child"), /conflicts with no. 1/);
  assert.match(await page.textContent("tbody tr:first-child"), /conflicts with no. 2/);
  assert.match(await page.textContent(".agreement"), /€6.1 billion: 1 figure, no. 2/);
  const at = await page.evaluate(() => Chart.getChart(document.querySelector("canvas")).getDatasetMeta(0).data[1].getCenterPoint());
  await page.locator("canvas").click({ position: { x: at.x, y: at.y } });
  await page.waitForURL(/#no-2$/);
  assert.match(await page.textContent("main"), /Not all of these can be right/);
  const home = await open("/");
  assert.match(await home.textContent("section:has-text('Open conflicts')"), /Marrowland/);
});

test("a figure is reviewed by keyboard, and says so afterwards", async () => {
  const page = await open(await articleNamed("Kestrel"));
  await page.keyboard.press("n");
  await page.keyboard.press("r");
  await page.waitForSelector("#review-by");
  await page.focus("input[value=disputed]");
  await page.keyboard.press("Space");
  await page.fill("#review-by", "Edda Quint");
  await page.fill("#review-note", "the annual report has <b>another</b> figure");
  await page.keyboard.press("Enter");
  await page.waitForURL(/articles/);
  assert.match(await page.textContent(".about.current"), /disputed by Edda Quint/);
  assert.match(await page.textContent(".about.current"), /<b>another<.b> figure/);
  const list = await open("/reviews");
  assert.match(await list.textContent("tbody tr:first-child"), /Edda Quint.*disputed.*<b>another<.b> figure/s);
  await list.click("tbody tr:first-child a");
  assert.match(list.url(), /figure=/);
  await list.click(".about.current a.review");
  assert.match(await list.textContent("table"), /disputed/);
  await list.keyboard.press("c");
  assert.ok(await list.isChecked("input[value=confirmed]"));
  assert.ok(!(await list.isVisible(".correction")));
  await list.keyboard.press("Escape");
});

test("keys of one letter can be turned off, and stay so", async () => {
  const page = await open(await articleNamed("Kestrel"));
  await page.uncheck(".letter-keys input");
  await page.reload();
  assert.ok(!(await page.isChecked(".letter-keys input")));
  assert.ok(!(await page.isVisible(".understood .keys")));
  await page.locator("main").focus();
  for (const key of ["n", "/"]) await page.keyboard.press(key);
  assert.equal(await page.evaluate(() => document.activeElement.id), "content");
  await page.check(".letter-keys input");
  await page.locator("main").focus();
  await page.keyboard.press("n");
  assert.match(await page.evaluate(() => document.activeElement.id), /^figure-/);
});

test("at 400 px a tap opens the sheet at the foot, and Close and Escape take it away", async () => {
  const page = await open(await articleNamed("Kestrel"), { viewport: { width: 400, height: 800 } });
  const sheet = page.locator(".understood");
  assert.ok(!(await sheet.isVisible()), "the text comes first");
  for (const close of [() => page.click(".understood .close"), () => page.keyboard.press("Escape")]) {
    await page.click(".words a.mark >> nth=1");
    assert.ok(await sheet.isVisible());
    assert.equal(await page.locator(".about.current").count(), 1);
    const [mark, top] = [await page.locator("a.mark.current").boundingBox(), (await sheet.boundingBox()).y];
    assert.ok(mark.y + mark.height <= top, "the sheet lies over the figure");
    await close();
    assert.ok(!(await sheet.isVisible()));
    assert.equal(await page.locator("a.mark.current").count(), 0);
  }
});

test("?figure=N shows that figure, with the lines before it", async () => {
  const page = await open((await articleNamed("Kestrel")) + "?figure=3");
  assert.equal(await page.getAttribute("a.mark.current", "id"), "figure-3");
  assert.equal(await page.getAttribute(".about.current", "id"), "about-3");
  const hashed = await open((await articleNamed("Kestrel")) + "?figure=2#figure-2", { viewport: { width: 1280, height: 200 } });
  assert.equal(await hashed.getAttribute("a.mark.current", "id"), "figure-2");
  assert.ok((await hashed.locator("a.mark.current").boundingBox()).y >= 20, "the figure is at the very edge");
});

test("what cannot be loaded comes back in the form as it was typed", async () => {
  const page = await open("/load");
  await page.fill("#load-text", "Ferry stops\nThe ferry cost €3 million, <b>Ann Lee</b> said.");
  await page.fill("#load-headline", "Ferry \"stops\"");
  await page.fill("#load-url", "javascript:alert(1)");
  await page.$eval("form:has(#load-text)", (form) => { form.noValidate = true; });
  await page.click("form:has(#load-text) button");
  assert.equal(await page.locator("[role=alert]").count(), 1);
  assert.match(await page.inputValue("#load-text"), /^Ferry stops\n.*<b>Ann Lee<.b> said\.$/);
  assert.equal(await page.inputValue("#load-headline"), "Ferry \"stops\"");
  assert.equal(await page.inputValue("#load-url"), "javascript:alert(1)");
});

test("a review corrects the unit and makes a range; what is as it was read is refused, and kept in the form", async () => {
  const article = await articleNamed("Council tax");
  const figures = (await (await fetch(site + "/figures.json?currency=GBP")).json()).figures;
  const { ordinal } = figures.find((figure) => figure.text === "£31m");
  const page = await open(article.replace("/articles/", `/review?figure=${ordinal}&article=`));
  await page.check("input[value=corrected]");
  await page.fill("#review-unit", "GBP");
  await page.fill("#review-note", "the minutes say so");
  await page.fill("#review-by", "Edda Quint");
  await page.click("form.load button");
  assert.match(await page.textContent("[role=alert]"), /read already/);
  assert.equal(await page.inputValue("#review-note"), "the minutes say so");
  await page.fill("#review-unit", "EUR");
  await page.fill("#review-high", "33 million");
  await page.click("form.load button");
  await page.waitForURL(/articles/);
  assert.match(await page.textContent(".about.current"), /€31–33 million/);
  assert.match(await page.textContent(".about.current"), /corrected by Edda Quint/);
});

test("a report's chart is drawn, and a point leads to its row", async () => {
  const page = await open("/reports/timeline?currency=GBP");
  assert.ok((await page.locator("figure[data-chart] canvas").count()) > 0);
  const row = await page.evaluate(() => Chart.getChart(document.querySelector("canvas")).data.datasets[0].data[0].point.row);
  assert.equal(await page.locator("tr#" + row).count(), 1);
});

test("the marks of an axis are told apart", async () => {
  for (const [day, amount] of [["2024-01-10", "€5.64012 billion"], ["2024-03-10", "€5.64015 billion"]]) {
    const body = new FormData();
    const { token } = await (await fetch(site + "/load.json")).json();
    for (const [name, value] of [["token", token], ["published", day], ["publication", "Paper of " + day],
      ["text", `Debt story ${day}\nQuarrowland's public debt was ${amount} in 2023, Ann Lee said.`]]) body.append(name, value);
    assert.equal((await fetch(site + "/load.json", { method: "POST", body })).status, 200);
  }
  const page = await open("/reports/timeline?subject=debt");
  const marks = await page.evaluate(() => Chart.getChart(document.querySelector("canvas")).scales.y.ticks.map((tick) => tick.label));
  assert.equal(new Set(marks).size, marks.length, marks.join(" | "));
});

test("on paper tables are tables, forms are gone, each figure of an article is there, and all is light", async () => {
  const article = await open(await articleNamed("Kestrel"), { colorScheme: "dark" });
  await article.emulateMedia({ media: "print" });
  await article.setViewportSize({ width: 700, height: 900 });
  assert.equal(await article.locator(".about:visible").count(), await article.locator(".about").count());
  assert.equal(await article.locator("button:visible, form:visible, nav:visible").count(), 0);
  assert.equal(await article.evaluate(() => getComputedStyle(document.body).color), "rgb(27, 31, 36)");
  const report = await open("/reports/figures", { viewport: { width: 700, height: 900 } });
  assert.equal(await report.evaluate(() => getComputedStyle(document.querySelector("td")).display), "grid");
  await report.emulateMedia({ media: "print" });
  assert.equal(await report.evaluate(() => getComputedStyle(document.querySelector("td")).display), "table-cell");
  const narrowed = await open("/reports/figures?currency=GBP");
  assert.ok(!(await narrowed.isVisible(".narrowed")));
  await narrowed.emulateMedia({ media: "print" });
  assert.match(await narrowed.textContent(".narrowed:visible"), /currency: GBP/);
});

test("without JavaScript everything is there", async () => {
  const page = await open(await articleNamed("Kestrel"), { javaScriptEnabled: false });
  assert.ok((await page.locator(".about:visible").count()) > 5);
  assert.equal(await page.locator(".steps button:visible").count(), 0);
  await page.click(".words a.mark >> nth=1");
  assert.match(page.url(), /#about-/);
});

test("the page's data is at the same address with .json", async () => {
  const page = await open("/figures?kind=money");
  const href = await page.getAttribute("footer a:has-text('JSON')", "href");
  const json = await page.evaluate(async (address) => (await fetch(address)).json(), href);
  assert.equal(json.figures.length, await page.locator(".figure").count());
});

test("a keyboard reaches the content, the search box and every link, and the focus is seen", async () => {
  const page = await open("/figures");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "To the content");
  assert.ok(await page.evaluate(() => document.activeElement.getBoundingClientRect().left >= 0));
  await page.keyboard.press("Enter");
  assert.match(page.url(), /#content$/);
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "search");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, "none");
});

test("axe-core finds nothing, wide and narrow, light and dark, and nothing scrolls sideways", async () => {
  const article = await articleNamed("Kestrel");
  const facts = (await (await fetch(site + "/facts.json")).json()).facts;
  const fact = "/facts/" + facts[0].fact;
  const pages = ["/", "/figures", "/figures?q=zzzz", "/articles", article, article.replace("/articles/", "/review?figure=0&article="), "/facts", fact, "/sources", "/conversions", "/checks", "/reviews", "/articles?q=chocolate", "/reports", "/reports/summary",
    "/reports/timeline", "/reports/figures", "/load", "/nothing", "/figures?kind=x", ...(process.env.FIGBOOK_MORE_PAGES || "").split(" ").filter(Boolean)];
  const found = [];
  for (const width of [1280, 400])
    for (const colorScheme of ["light", "dark"])
      for (const address of pages) {
        // axe-core is put into the page, which its policy would forbid.
        const page = await open(address, { viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
        await page.evaluate(axe);
        const result = await page.evaluate(() => window.axe.run());
        for (const violation of result.violations)
          found.push(`${address} ${width} ${colorScheme}: ${violation.id}: ${violation.nodes[0].html.slice(0, 200)}`);
        if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) found.push(`${address} ${width}: scrolls sideways`);
        if (process.env.FIGBOOK_SHOTS) {
          const name = address.replace(/\W+/g, "-").slice(0, 40) || "home";
          await page.screenshot({ path: path.join(process.env.FIGBOOK_SHOTS, `${name}-${width}-${colorScheme}.png`) });
        }
        await page.context().close();
      }
  // 1280 pixels at a zoom of 400 %.
  for (const address of pages) {
    const page = await open(address, { viewport: { width: 320, height: 800 } });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) found.push(`${address} 320: scrolls sideways, ${width}`);
    await page.context().close();
  }
  assert.deepEqual(found, []);
});

test("no page had an error in its console, nor asked anyone else for anything", () => assert.deepEqual(troubles, []));
