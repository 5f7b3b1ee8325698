/** The id of a thing in GraphQL: `PR_kwDO` and its number, so that it can be found again. */
export function nodeId(prefix: string, id: number): string {
  return `${prefix}_kwDO${id}`;
}

export function idOfNode(prefix: string, node: string): number | undefined {
  const start = `${prefix}_kwDO`;
  const id = Number(node.slice(start.length));
  return node.startsWith(start) && Number.isInteger(id) ? id : undefined;
}
