export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a line of a step's output like `::error file=a.ts,line=1::Text`. */
export function parseWorkflowCommand(line: string): WorkflowCommand | undefined {
  const groups = /^\s*::(?<name>[^\s:]+)(?: (?<properties>.*?))?::(?<message>.*)$/u.exec(
    line,
  )?.groups;
  if (groups === undefined) return undefined;
  const { name = "", properties = "", message = "" } = groups;
  return {
    name: name.toLowerCase(),
    properties: toProperties(properties),
    message: unescapeData(message),
  };
}

function toProperties(text: string): Record<string, string> {
  const pairs = text.split(",").flatMap((part) => {
    const [key, ...rest] = part.split("=");
    if (key === undefined || rest.length === 0) return [];
    return [[key.trim(), unescapeProperty(rest.join("="))]];
  });
  return Object.fromEntries(pairs);
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
}

/** `%25` comes last, as its percent sign must not begin another escape. */
function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
