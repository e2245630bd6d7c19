// Draws a bar chart above each table of statistics, from the same numbers;
// zeros and hidden ones are left out. Half a megabyte: loaded when somebody asks for it.
// SVG, without animation and hover: nothing is told here that the table below does not tell.

import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

const COLOURS = ["#005a70", "#b45309", "#1d6b41", "#6b4fa0", "#a8261b"]; // each 3:1 or more on white
const INK = "#0b0c0c";
const FONT = { fontFamily: '"Source Sans 3", "Segoe UI", system-ui, arial, sans-serif', fontSize: 15, color: INK };
const ROW = 26;
const NARROW = 700;

function said({ spoken, rows, series }) {
  const parts = rows.map((row, n) => {
    const numbers = series.filter(({ values }) => values[n]).map(({ name, values }) => `${name} ${values[n]}`);
    return `${row}: ${numbers.join(", ")}`;
  });
  return spoken.replace("{numbers}", () => parts.join(". "));
}

function options(data, width) {
  const narrow = width < NARROW;
  const labels = Math.min(narrow ? width * 0.42 : 380, 380);
  return {
    animation: false,
    aria: { enabled: true, label: { enabled: true, description: said(data) }, decal: { show: true } },
    color: COLOURS,
    textStyle: FONT,
    legend: { show: data.series.length > 1, top: 0, left: 0, textStyle: FONT, selectedMode: false },
    grid: { left: labels + 12, right: 48, top: data.series.length > 1 ? (narrow ? 74 : 40) : 8, bottom: 28 },
    xAxis: {
      type: "value", minInterval: 1, splitNumber: narrow ? 2 : 5,
      axisLabel: FONT, splitLine: { lineStyle: { color: "#cfd8dc" } },
    },
    yAxis: {
      type: "category", inverse: true, data: data.rows, axisTick: { show: false },
      axisLabel: { ...FONT, width: labels, overflow: "break", interval: 0 },
    },
    series: data.series.map(({ name, values }) => ({
      type: "bar", name, data: values.map((value) => value ?? "-"), barMaxWidth: ROW - 6, silent: true,
      label: { show: true, position: "right", ...FONT },
    })),
  };
}

function draw(figure) {
  const data = JSON.parse(figure.dataset.chart);
  figure.hidden = false;
  const lines = figure.clientWidth < NARROW ? 3 : 1;
  const bars = data.rows.length * Math.max(data.series.length, lines) * ROW + 130;
  const chart = init(figure, null, { renderer: "svg", height: bars });
  const show = () => {
    chart.resize();
    chart.setOption(options(data, figure.clientWidth));
  };
  show();
  addEventListener("resize", show);
  figure.setAttribute("role", "img");
  figure.dataset.drawn = "yes";
}

export function drawAll() {
  document.querySelectorAll("[data-chart]:not([data-drawn])").forEach(draw);
}
