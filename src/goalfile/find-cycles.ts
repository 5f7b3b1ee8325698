/** More are not told at once. */
const CYCLES_MAX = 10;

interface Visit {
  readonly node: string;
  readonly next: Iterator<string>;
}

/**
 * The ways on which something comes to need itself: `a b c a`. Edges lead from a node to what it needs;
 * those to unknown nodes are left out. Walks without recursion.
 */
export function findCycles(
  edges: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const cycles: (readonly string[])[] = [];
  const finished = new Set<string>();
  for (const start of edges.keys()) {
    if (cycles.length >= CYCLES_MAX) break;
    if (!finished.has(start)) walkFrom(start, edges, { cycles, finished });
  }
  return cycles;
}

interface Walk {
  readonly cycles: (readonly string[])[];
  readonly finished: Set<string>;
}

function walkFrom(
  start: string,
  edges: ReadonlyMap<string, readonly string[]>,
  { cycles, finished }: Walk,
): void {
  const open: Visit[] = [visit(start, edges)];
  const entered = new Set([start]);
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    const step = last.next.next();
    if (step.done === true) {
      finished.add(last.node);
      entered.delete(last.node);
      open.pop();
    } else if (entered.has(step.value)) {
      cycles.push(chainFrom(open, step.value));
      if (cycles.length >= CYCLES_MAX) return;
    } else if (!finished.has(step.value) && edges.has(step.value)) {
      entered.add(step.value);
      open.push(visit(step.value, edges));
    }
  }
}

function visit(node: string, edges: ReadonlyMap<string, readonly string[]>): Visit {
  return { node, next: (edges.get(node) ?? []).values() };
}

function chainFrom(open: readonly Visit[], node: string): readonly string[] {
  const names = open.map((it) => it.node);
  return [...names.slice(names.indexOf(node)), node];
}
