const DOCUMENTS_MAX = 20;

/**
 * JSON objects that start and end at the left margin of a text, the last one first: where CLIs
 * put their report among warnings, on one line or indented.
 */
export function readJsonDocuments(text: string): readonly unknown[] {
  const lines = text.split("\n").map((line) => line.trimEnd());
  const documents: unknown[] = [];
  let end = lines.length;
  for (let tries = 0; tries < DOCUMENTS_MAX && end > 0; tries += 1) {
    const close = lines.lastIndexOf("}", end - 1);
    const single = lines.findLastIndex((line, index) => index < end && isOneLine(line));
    const last = Math.max(close, single);
    if (last < 0) break;
    const start = last === single ? single : lines.lastIndexOf("{", close);
    if (start < 0) break;
    const document = parse(lines.slice(start, last + 1).join("\n"));
    if (document !== undefined) documents.push(document);
    end = document === undefined ? last : start;
  }
  return documents;
}

function isOneLine(line: string): boolean {
  return line.length > 1 && line.startsWith("{") && line.endsWith("}");
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
