import { z } from "zod";
import { askRepository, type GitHubRepository, valueOf } from "./github-repository.ts";

/** A list that comes in pages. */
export interface ListQuestion<T> {
  /** What follows `/repos/{owner}/{repo}`. */
  readonly route: string;
  readonly purpose: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** One of the list. */
  readonly item: z.ZodType<T>;
}

const PER_PAGE = 100;

/** From the first on, at most `max`. */
export async function readFirst<T>(
  repository: GitHubRepository,
  question: ListQuestion<T>,
  max: number,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let page = 1; found.length < max; page += 1) {
    const { items, link } = await readPage(repository, question, page);
    found.push(...items);
    if (!link.includes('rel="next"') || items.length === 0) break;
  }
  return found.slice(0, max);
}

/** In the order of the list: the first page, which is asked for anyway, and at most the last `max` behind it. */
export async function readEnds<T>(
  repository: GitHubRepository,
  question: ListQuestion<T>,
  max: number,
): Promise<readonly T[]> {
  const first = await readPage(repository, question, 1);
  const last = lastPage(first.link);
  // One page more than fits, because the last one is seldom full.
  const from = Math.max(2, last - Math.ceil(max / PER_PAGE));
  const newest: T[] = [];
  for (let page = from; page <= last; page += 1) {
    newest.push(...(await readPage(repository, question, page)).items);
  }
  return [...first.items, ...newest.slice(-max)];
}

async function readPage<T>(
  repository: GitHubRepository,
  question: ListQuestion<T>,
  page: number,
): Promise<{ items: readonly T[]; link: string }> {
  const { route, purpose, parameters, item } = question;
  const asked = await askRepository(repository, {
    route,
    purpose,
    parameters: { ...parameters, per_page: PER_PAGE, page },
    answer: z.array(item),
  });
  const items = valueOf(asked, purpose);
  return { items, link: asked.kind === "answered" ? asked.link : "" };
}

/** Only the number is taken: the address beside it would get the token. */
function lastPage(link: string): number {
  const page = /[?&]page=(\d{1,6})[^>]*>; rel="last"/.exec(link)?.[1];
  return page === undefined ? 1 : Number(page);
}
