import type { BurnWindow } from "../model/check.ts";
import type { SeriesAnswer } from "./metrics-answer.ts";
import { formatSeries, type Series } from "./metrics-series.ts";
import type { ResultDraft } from "./result-draft.ts";

type Ask = (query: string) => Promise<SeriesAnswer>;

interface Burn {
  readonly fires: boolean;
  readonly words: string;
}

/** Fails when in any window the long and the short query both reach the threshold. */
export async function judgeBurnRate(
  windows: readonly BurnWindow[],
  ask: Ask,
): Promise<ResultDraft> {
  const burns: Burn[] = [];
  for (const window of windows) {
    const long = await highest(window.long, ask);
    if (long.kind === "problem") return long.draft;
    const short = await highest(window.short, ask);
    if (short.kind === "problem") return short.draft;
    burns.push(judgeWindow(window, long.series, short.series));
  }
  const firing = burns.filter(({ fires }) => fires);
  const seen = burns.map(({ words }) => words).join("; ");
  const isPass = firing.length === 0;
  return {
    status: isPass ? "pass" : "fail",
    message: isPass ? `no window burns: ${seen}` : firing.map(({ words }) => words).join("; "),
    seen,
    wanted: "in every window the long or the short burn rate is below its threshold",
    score: 1 - firing.length / burns.length,
  };
}

type Highest =
  | { readonly kind: "series"; readonly series: Series }
  | Extract<SeriesAnswer, { readonly kind: "problem" }>;

/** The worst of all series stands for them: that can find a fire too many, and never misses one. */
async function highest(query: string, ask: Ask): Promise<Highest> {
  const answer = await ask(query);
  if (answer.kind === "problem") return answer;
  const [first, ...others] = answer.series;
  const series = others.reduce((most, it) => (it.value > most.value ? it : most), first);
  return { kind: "series", series };
}

function judgeWindow({ threshold }: BurnWindow, long: Series, short: Series): Burn {
  const fires = long.value >= threshold && short.value >= threshold;
  const words = `long ${formatSeries(long)}, short ${formatSeries(short)}`;
  return {
    fires,
    words: fires ? `${words}: both reach ${threshold}` : `${words}, threshold ${threshold}`,
  };
}
