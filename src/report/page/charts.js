// Draws the charts by Chart.js, from the JSON beside them. What they show is in the tables too.
"use strict";
(() => {
  const light = {
    ink: "#1b1f24", muted: "#56606c", line: "#e3e7ec",
    series: ["#0b5cad", "#c2410c", "#15803d", "#7e22ce", "#be185d", "#0e7490", "#854d0e", "#475569"],
  };
  const dark = {
    ink: "#e4e8ec", muted: "#9ba5b1", line: "#2a3038",
    series: ["#6cb2f7", "#fb923c", "#4ade80", "#c084fc", "#f472b6", "#22d3ee", "#facc15", "#a8b3c2"],
  };
  const shapes = ["circle", "rect", "triangle", "rectRot", "circle", "rect", "triangle", "rectRot"];
  const wantsDark = matchMedia("(prefers-color-scheme: dark)");
  let printing = false;
  let charts = [];
  const theme = () => (wantsDark.matches && !printing ? dark : light);
  const faded = (colour) => `${colour}55`;
  const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

  const magnitudes = [[1e12, " trillion"], [1e9, " billion"], [1e6, " million"]];
  const shortNumber = (value, digits = 4) => {
    for (const [size, name] of magnitudes)
      if (Math.abs(value) >= size) return `${Number((value / size).toPrecision(digits))}${name}`;
    return Number(value.toPrecision(digits + 2)).toLocaleString("en", { maximumFractionDigits: digits + 2 });
  };
  // With as many digits as tell the marks of an axis apart.
  const markText = (value, ticks) => {
    let digits = 4;
    const areTold = () => new Set(ticks.map((tick) => shortNumber(tick.value, digits))).size === ticks.length;
    while (digits < 12 && !areTold()) ++digits;
    return shortNumber(value, digits);
  };

  // Days as numbers from 1970-01-01 on, as the program counts them.
  const iso = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
  const daysText = (point) => (point.from === point.to ? iso(point.from) : `${iso(point.from)} – ${iso(point.to)}`);
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

  // Marks at the beginnings of months or years, about as many as there is room for.
  const dayTicks = (first, last, most) => {
    const days = last - first;
    if (days < 62) {
      const step = Math.max(1, Math.ceil(days / most));
      const ticks = [];
      for (let day = Math.ceil(first); day <= last; day += step) ticks.push({ value: day, label: iso(day) });
      return ticks;
    }
    const step = steps.find((one) => days / (one * 30.4) <= most) || 2400;
    const start = new Date(first * 864e5);
    let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
    const ticks = [];
    for (; ; month += step) {
      const year = Math.floor(month / 12);
      const date = new Date(0);
      date.setUTCFullYear(year, month % 12, 1);
      const day = date.getTime() / 864e5;
      if (day > last) return ticks;
      if (day >= first) ticks.push({ value: day, label: step >= 12 ? String(year) : `${months[month % 12]} ${year}` });
    }
  };

  // From what is told to the edge that "over" or "at most" leaves open.
  const arrow = (ctx, x, from, to, colour) => {
    const back = to < from ? 6 : -6;
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.moveTo(x, from);
    ctx.lineTo(x, to);
    ctx.moveTo(x - 4, to + back);
    ctx.lineTo(x, to);
    ctx.lineTo(x + 4, to + back);
    ctx.stroke();
  };

  // Periods as lines, ranges as bars, open ends as arrows, behind the points.
  const spans = {
    id: "spans",
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea: area, scales: { x, y } } = chart;
      ctx.save();
      ctx.beginPath();
      ctx.rect(area.left, area.top, area.width, area.height);
      ctx.clip();
      chart.data.datasets.forEach((set, index) => {
        if (!chart.isDatasetVisible(index)) return;
        ctx.fillStyle = faded(set.borderColor);
        for (const { point, y: middle } of set.data) {
          const left = x.getPixelForValue(point.from);
          const right = x.getPixelForValue(point.to);
          const height = y.getPixelForValue(middle);
          if (point.period) ctx.fillRect(left, height - 1.5, Math.max(right - left, 1), 3);
          if (point.open) arrow(ctx, (left + right) / 2, height, point.open === "up" ? area.top : area.bottom, set.borderColor);
          if (point.high === undefined) continue;
          const top = y.getPixelForValue(Math.max(point.high, point.low));
          const width = Math.max(right - left, 8);
          ctx.fillRect((left + right - width) / 2, top, width, y.getPixelForValue(Math.min(point.high, point.low)) - top);
        }
      });
      ctx.restore();
    },
  };

  // The number at the end of each bar.
  const barValues = {
    id: "barValues",
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.fillStyle = theme().muted;
      ctx.font = Chart.helpers.toFont(Chart.defaults.font).string;
      ctx.textBaseline = "middle";
      chart.getDatasetMeta(0).data.forEach((bar, index) => {
        const item = chart.data.datasets[0].data[index];
        ctx.fillText(item.label, bar.x + 6, bar.y);
      });
      ctx.restore();
    },
  };

  const goTo = (row) => {
    if (row) location.hash = row;
  };

  const common = () => ({
    responsive: true, maintainAspectRatio: false, animation: false, color: theme().ink,
    onHover: (event, found) => { event.native.target.style.cursor = found.length ? "pointer" : "default"; },
  });
  const scale = (more) => ({
    grid: { color: theme().line, borderColor: theme().muted }, ticks: { color: theme().muted, maxRotation: 0, ...more },
  });

  const timeline = (panel) => {
    const middle = ({ low, high }) => (high === undefined ? low : (low + high) / 2);
    const points = panel.series.flatMap((series) => series.points);
    const first = Math.min(...points.map((point) => point.from));
    const last = Math.max(...points.map((point) => point.to));
    const room = Math.max((last - first) * 0.03, 1);
    const { series: colours } = theme();
    const values = points.flatMap(({ low, high }) => (high === undefined ? [low] : [low, high]));
    const power = (value, round) => 10 ** round(Math.log10(value));
    const ends = panel.logarithmic
      ? { min: power(Math.min(...values) * 0.8, Math.floor), max: power(Math.max(...values) * 1.2, Math.ceil) } : { grace: "8%", afterDataLimits: (axis) => { if (Math.min(...values) >= 0) axis.min = Math.max(axis.min, 0); } };
    return {
      type: "scatter",
      plugins: [spans],
      data: {
        datasets: panel.series.map((series, index) => ({
          label: cut(series.name, 40), borderColor: colours[index % colours.length],
          backgroundColor: colours[index % colours.length], pointStyle: shapes[index % shapes.length],
          radius: 4.5, hoverRadius: 7,
          data: series.points.map((point) => ({ x: (point.from + point.to) / 2, y: middle(point), point })),
        })),
      },
      options: {
        ...common(),
        onClick: (event, found, chart) => {
          if (found.length) goTo(chart.data.datasets[found[0].datasetIndex].data[found[0].index].point.row);
        },
        scales: {
          x: {
            ...scale(), type: "linear", min: first - room, max: last + room,
            afterBuildTicks: (axis) => { axis.ticks = dayTicks(axis.min, axis.max, Math.max(2, Math.floor(axis.chart.width / 95))); },
            ticks: { color: theme().muted, maxRotation: 0, autoSkip: false, callback: (value, index, ticks) => ticks[index].label },
          },
          y: {
            ...scale(), type: panel.logarithmic ? "logarithmic" : "linear", ...ends,
            ticks: {
              color: theme().muted, maxTicksLimit: 8,
              callback: (value, index, ticks) => (panel.logarithmic && !Number.isInteger(Number(Math.log10(value).toFixed(9))) ? null
                : markText(value, ticks) + (panel.unit === "%" ? " %" : "")),
            },
          },
        },
        plugins: {
          legend: { position: "bottom", align: "start", labels: { color: theme().ink, usePointStyle: true, boxHeight: 7 } },
          tooltip: {
            callbacks: {
              label: ({ dataset, raw }) => [`${cut(raw.point.label, 60)} – ${dataset.label}`,
                (raw.point.period ? "" : "printed ") + daysText(raw.point)],
            },
          },
        },
      },
    };
  };

  const bars = (data) => {
    const narrow = innerWidth < 600;
    return {
      type: "bar",
      plugins: [barValues],
      data: {
        datasets: [{
          label: data.measure, backgroundColor: theme().series[0], maxBarThickness: 18,
          data: data.bars.map((bar) => ({ x: bar.value, y: bar.name, label: bar.label, row: bar.row })),
        }],
        labels: data.bars.map((bar) => bar.name),
      },
      options: {
        ...common(), indexAxis: "y", layout: { padding: { right: 70 } },
        onClick: (event, found, chart) => {
          if (found.length) goTo(chart.data.datasets[0].data[found[0].index].row);
        },
        scales: {
          x: { ...scale({ maxTicksLimit: 6, callback: (value, index, ticks) => markText(value, ticks) }), beginAtZero: true },
          y: {
            ...scale(), grid: { display: false },
            ticks: { color: theme().ink, autoSkip: false, callback: (value, index) => cut(data.bars[index].name, narrow ? 18 : 40) },
          },
        },
        plugins: { legend: { display: false }, tooltip: { callbacks: { label: ({ raw }) => `${raw.label} ${data.measure}` } } },
      },
    };
  };

  const add = (panels, heading, says, height, make) => {
    const panel = document.createElement("div");
    panel.className = "panel";
    if (heading) panel.append(Object.assign(document.createElement("p"), { textContent: heading }));
    const drawing = document.createElement("div");
    drawing.className = "drawing";
    drawing.style.height = `${height}px`;
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", says);
    drawing.append(canvas);
    panel.append(drawing);
    panels.append(panel);
    charts.push({ canvas, height, make, chart: new Chart(canvas, make()) });
  };

  const draw = (figure) => {
    const data = JSON.parse(document.getElementById(figure.dataset.chart).textContent);
    const panels = figure.querySelector(".panels");
    const title = figure.querySelector("strong").textContent;
    if (data.kind === "bars") {
      if (!data.bars.length) return;
      figure.hidden = false;
      add(panels, "", `${title}: the table has the same numbers`, 60 + 27 * data.bars.length, () => bars(data));
      return;
    }
    for (const panel of data.panels) {
      figure.hidden = false;
      const unit = panel.unit || "numbers without a unit";
      add(panels, panel.logarithmic ? `${unit} (each step ten times the one before)` : unit,
        `${title}, ${unit}: the table has the same figures`, 300, () => timeline(panel));
    }
  };

  const redraw = () => {
    for (const one of charts) {
      one.chart.destroy();
      one.chart = new Chart(one.canvas, one.make());
      if (printing) one.chart.resize(charts.length > 1 ? 560 : 960, one.height);
    }
  };

  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 12;
  document.querySelectorAll("figure[data-chart]").forEach(draw);
  wantsDark.addEventListener("change", redraw);
  addEventListener("beforeprint", () => { printing = true; redraw(); });
  addEventListener("afterprint", () => { printing = false; redraw(); });
})();
