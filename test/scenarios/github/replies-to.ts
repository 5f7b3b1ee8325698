import type { GitHubStage } from "./stage.ts";

/** What kazi answered to one comment of a person, as people read it. */
export function repliesTo(
  stage: GitHubStage,
  number: number,
  commentId: number,
): readonly string[] {
  return stage.issue(number).comments.flatMap(({ body }) => {
    const marker = `<!-- kazi:notice reply-${commentId} -->\n`;
    return body.startsWith(marker) ? [asRead(body.slice(marker.length))] : [];
  });
}

/** Without what keeps GitHub from making links and mentions of a stranger's words. */
export function asRead(markdown: string): string {
  return markdown
    .replaceAll("\u200B", "")
    .replaceAll(/&#(\d+);/g, (_reference, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\\([\\`*_{}[\]()#+.!|<>~-])/g, "$1");
}
