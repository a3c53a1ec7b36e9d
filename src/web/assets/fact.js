// A fact: its figures by day, each with what its digits and words leave open. The table below has the same.
"use strict";
(async function () {
  const box = document.querySelector(".fact-chart");
  if (!box || typeof Chart === "undefined") return;
  const fact = await (await fetch(box.dataset.fact)).json();
  const told = fact.told.filter((one) => one.published);
  if (told.length < 2) return;
  box.hidden = false;
  const wantsDark = matchMedia("(prefers-color-scheme: dark)");
  let printing = false;
  const onPaper = { "--faint": "#57606a", "--line": "#d5d9de", "--ink": "#1b1f24", "--paper": "#ffffff", "--link": "#1a5490", "--bad": "#a4161a" };
  const colour = (name) => (printing ? onPaper[name] : getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  const oneDay = 24 * 60 * 60 * 1000;
  const day = (one) => Date.parse(one.published + "T00:00:00Z");
  // Where a figure is a range, its mark stands in the middle.
  const height = (one) => (one.high === null ? Number(one.value) : (Number(one.value) + Number(one.high)) / 2);
  const inConflict = new Set(fact.pairs.filter((pair) => pair.standing === "conflict").flatMap((pair) => [pair.earlier, pair.later]));
  const isBad = (one) => inConflict.has(one.number) || one.standing === "conflict";
  const isQuestioned = (one) => one.review !== null && one.review.verdict !== "confirmed";
  const points = told.map((one) => ({ x: day(one), y: height(one), one }));
  box.dataset.points = points.length;

  // One outlier would press all others to the floor.
  const ends = told.flatMap((one) => [one.least, one.most, height(one)]).filter((end) => end !== null);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const isLogarithmic = least > 0 && most > 5 * least;

  // The ranges stay within the axis, and nothing is less than none of a whole.
  const isNeverNegative = least >= 0 || (fact.role === "share" && told.every((one) => Number(one.value) >= 0));
  const room = (most - least) * 0.08;
  const floor = isNeverNegative ? Math.max(least - room, 0) : least - room;

  // Ranges behind the points, to the edge where the words set no end.
  const ranges = {
    id: "ranges",
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea: area, scales: { x, y } } = chart;
      ctx.save();
      ctx.strokeStyle = colour("--faint");
      for (const { x: at, one } of points) {
        const place = x.getPixelForValue(at);
        const bottom = one.least === null ? area.bottom : Math.min(area.bottom, y.getPixelForValue(one.least));
        const top = one.most === null ? area.top : Math.max(area.top, y.getPixelForValue(one.most));
        ctx.lineWidth = 3;
        ctx.beginPath();
        ctx.moveTo(place, bottom);
        ctx.lineTo(place, top);
        ctx.stroke();
        ctx.lineWidth = 2;
        ctx.beginPath();
        for (const [end, edge, back] of [[one.most, top, 7], [one.least, bottom, -7]]) {
          if (end !== null) continue;
          ctx.moveTo(place - 5, edge + back);
          ctx.lineTo(place, edge);
          ctx.lineTo(place + 5, edge + back);
        }
        ctx.stroke();
      }
      ctx.restore();
    },
    // The numbers of the table, beside the points.
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.fillStyle = colour("--ink");
      ctx.font = Chart.helpers.toFont(Chart.defaults.font).string;
      ctx.textBaseline = "middle";
      chart.getDatasetMeta(0).data.forEach((point, index) => ctx.fillText(points[index].one.number, point.x + 9, point.y - 8));
      ctx.restore();
    },
  };

  const made = () => {
    const [first, last] = [points[0].x, points[points.length - 1].x];
    const step = Math.max(1, Math.ceil((last - first) / oneDay / ((printing ? 640 : box.clientWidth) < 500 ? 2 : 6))) * oneDay;
    // With as many digits as tell the marks apart.
    const markText = (value, index, ticks) => {
      const text = (number, digits) => new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: digits }).format(number);
      let digits = 4;
      while (digits < 12 && new Set(ticks.map((tick) => text(tick.value, digits))).size < ticks.length) ++digits;
      return text(value, digits);
    };
    Chart.defaults.color = colour("--faint");
    Chart.defaults.borderColor = colour("--line");
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    return {
      type: "scatter",
      plugins: [ranges],
      data: {
        datasets: [{
          data: points, pointRadius: 6, hoverRadius: 8, borderWidth: told.map((one) => (isQuestioned(one) ? 3 : 1)),
          pointStyle: told.map((one) => (isBad(one) ? "triangle" : "circle")),
          backgroundColor: told.map((one) => colour(isQuestioned(one) ? "--paper" : isBad(one) ? "--bad" : "--link")),
          borderColor: told.map((one) => (isQuestioned(one) ? colour(isBad(one) ? "--bad" : "--link") : colour("--paper"))),
        }],
      },
      options: {
        animation: false, maintainAspectRatio: false, layout: { padding: { right: 12 } },
        onHover: (event, found) => { event.native.target.style.cursor = found.length ? "pointer" : "default"; },
        onClick: (event, found) => { if (found.length) location.hash = `no-${points[found[0].index].one.number}`; },
        scales: {
          x: { type: "linear", min: first - step / 2, max: first + (Math.ceil((last - first) / step) + 0.5) * step,
            afterBuildTicks: (axis) => {
              axis.ticks = [];
              for (let at = first; at <= axis.max; at += step) axis.ticks.push({ value: at });
            },
            ticks: { autoSkip: false, maxRotation: 0, callback: (value) => new Date(value).toISOString().slice(0, 10) } },
          y: { type: isLogarithmic ? "logarithmic" : "linear",
            ...(isLogarithmic ? { min: least * 0.8, max: most * 1.25 } : { suggestedMin: floor, suggestedMax: most + room }),
            afterDataLimits: (axis) => { if (isNeverNegative) axis.min = Math.max(axis.min, 0); },
            title: { display: true, text: (fact.unit || fact.kind) + (isLogarithmic ? ", logarithmic" : "") },
            ticks: { maxTicksLimit: 7, callback: markText } },
        },
        plugins: {
          legend: { display: false },
          tooltip: {
            callbacks: {
              title: (items) => `no. ${items[0].raw.one.number}`,
              label: ({ raw: { one } }) => [`${one.text}, ${one.who === one.publication ? "printed in " : ""}${one.who}, ${one.published}`,
                ...(one.review ? [`${one.review.verdict} by ${one.review.by}`] : [])],
            },
          },
        },
      },
    };
  };

  const canvas = box.querySelector("canvas");
  let chart = new Chart(canvas, made());
  const redraw = () => {
    chart.destroy();
    chart = new Chart(canvas, made());
    if (printing) chart.resize(640, 260);
  };
  wantsDark.addEventListener("change", redraw);
  addEventListener("beforeprint", () => { printing = true; redraw(); });
  addEventListener("afterprint", () => { printing = false; redraw(); });
})();
