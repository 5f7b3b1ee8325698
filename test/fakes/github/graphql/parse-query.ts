/** A selected field with its arguments already evaluated. */
export interface Selection {
  readonly name: string;
  /** The key of the answer: the alias, where there is one. */
  readonly key: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly selections: readonly Selection[];
}

export interface Operation {
  readonly kind: "query" | "mutation";
  readonly selections: readonly Selection[];
}

/** What is wrong with the text of a query, as opposed to what it asks for. */
export class QuerySyntaxError extends Error {}

const TOKEN =
  /[\s,]+|#[^\n]*|(?<token>\.\.\.|[!$():=@[\]{|}]|"(?:\\.|[^"\\])*"|-?\d+(?:\.\d+)?|[A-Za-z_]\w*)/y;

/** Reads one operation. Fragments with a type (`... on Commit`) are read as what they contain. */
export function parseQuery(text: string, variables: Readonly<Record<string, unknown>>): Operation {
  const reader = new Reader(tokenize(text), variables);
  return reader.readOperation();
}

function tokenize(text: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) {
      throw new QuerySyntaxError(`Expected a token at position ${at}: ${text.slice(at, at + 20)}`);
    }
    const token = match.groups?.["token"];
    if (token !== undefined) {
      tokens.push(token);
    }
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly string[];
  readonly #variables: Readonly<Record<string, unknown>>;
  #at = 0;

  constructor(tokens: readonly string[], variables: Readonly<Record<string, unknown>>) {
    this.#tokens = tokens;
    this.#variables = variables;
  }

  readOperation(): Operation {
    const kind = this.#peek() === "mutation" ? "mutation" : "query";
    // The declarations of variables say nothing that their values do not.
    while (this.#peek() !== "{" && this.#peek() !== "(") {
      this.#next();
    }
    if (this.#peek() === "(") {
      this.#skipDeclarations();
    }
    return { kind, selections: this.#readSelections() };
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? "";
  }

  #next(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) {
      throw new QuerySyntaxError("Unexpected end of document");
    }
    this.#at += 1;
    return token;
  }

  #expect(expected: string): void {
    const found = this.#next();
    if (found !== expected) {
      throw new QuerySyntaxError(`Expected "${expected}", actual: "${found}"`);
    }
  }

  #skipDeclarations(): void {
    while (this.#next() !== ")") {
      // Only the closing parenthesis matters.
    }
  }

  #readSelections(): readonly Selection[] {
    const selections: Selection[] = [];
    this.#expect("{");
    while (this.#peek() !== "}") {
      if (this.#peek() === "...") {
        this.#next();
        this.#expect("on");
        this.#next();
        selections.push(...this.#readSelections());
      } else {
        selections.push(this.#readField());
      }
    }
    this.#expect("}");
    return selections;
  }

  #readField(): Selection {
    const key = this.#next();
    const name = this.#peek() === ":" ? this.#readAliased() : key;
    const args = this.#peek() === "(" ? this.#readArguments() : {};
    const selections = this.#peek() === "{" ? this.#readSelections() : [];
    return { name, key, args, selections };
  }

  #readAliased(): string {
    this.#expect(":");
    return this.#next();
  }

  #readArguments(): Record<string, unknown> {
    this.#expect("(");
    return this.#readPairs(")");
  }

  #readPairs(end: string): Record<string, unknown> {
    const pairs: Record<string, unknown> = {};
    while (this.#peek() !== end) {
      const name = this.#next();
      this.#expect(":");
      pairs[name] = this.#readValue();
    }
    this.#expect(end);
    return pairs;
  }

  #readValue(): unknown {
    const token = this.#next();
    switch (token) {
      case "$":
        return this.#variables[this.#next()];
      case "{":
        return this.#readPairs("}");
      case "[":
        return this.#readList();
      case "true":
      case "false":
        return token === "true";
      case "null":
        return undefined;
      default:
        return /^["\d-]/.test(token) ? JSON.parse(token) : token;
    }
  }

  #readList(): readonly unknown[] {
    const values: unknown[] = [];
    while (this.#peek() !== "]") {
      values.push(this.#readValue());
    }
    this.#expect("]");
    return values;
  }
}
