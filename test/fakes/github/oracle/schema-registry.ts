import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import formats from "ajv-formats";

export interface SchemaRegistry {
  /** What is wrong with `value` by the schema at a place in the document; nothing when it holds. */
  findMistakes(path: readonly string[], value: unknown): readonly string[];
}

interface RegistryOptions {
  /** Takes "3" for 3: the values of a query are always text. */
  readonly readsText: boolean;
}

/** A long list of mistakes is one mistake seen from many sides. */
const MISTAKES_MAX = 8;

/** Where GitHub sends what the standard of a format would refuse, and where the format is its own. */
const formatsAsSent: Readonly<Record<string, RegExp>> = {
  // The address of a bot has brackets: `1+kazi[bot]@users.noreply.github.com`.
  email: /^[^\s@]+@[^\s@]+$/,
  "repo.nwo": /^[^/\s]+\/[^/\s]+$/,
  // An address that was never set is an empty text.
  uri: /^$|^[a-z][a-z0-9+.-]*:[^\s[\]{}<>"]+$/i,
};

/** Compiles on first use: of the descriptions, a test needs a few. */
export function createSchemaRegistry(
  document: Readonly<Record<string, unknown>>,
  { readsText }: RegistryOptions,
): SchemaRegistry {
  const ajv = new Ajv({
    allErrors: true,
    coerceTypes: readsText ? "array" : false,
    inlineRefs: false,
    strict: false,
    validateSchema: false,
  });
  formats.default(ajv);
  for (const [name, pattern] of Object.entries(formatsAsSent)) {
    ajv.addFormat(name, pattern);
  }
  // GitHub's alternatives overlap: an error whose fields are all optional fits every one of them.
  ajv.removeKeyword("oneOf");
  ajv.addKeyword({ keyword: "oneOf", macro: (anyOf: unknown) => ({ anyOf }) });
  ajv.addSchema({ $id: "github", ...document });
  const compiled = new Map<string, ValidateFunction>();

  function compile(path: readonly string[]): ValidateFunction {
    const pointer = `github#/${path.map(toPointerSegment).join("/")}`;
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: pointer });
    compiled.set(pointer, known);
    return known;
  }

  return {
    findMistakes(path, value) {
      const validate = compile(path);
      return validate(value) ? [] : (validate.errors ?? []).slice(0, MISTAKES_MAX).map(toSentence);
    },
  };
}

function toPointerSegment(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}

function toSentence({ instancePath, message, params }: ErrorObject): string {
  const detail = [params["additionalProperty"], params["allowedValues"]].find(
    (it) => it !== undefined,
  );
  const place = instancePath === "" ? "/" : instancePath;
  return `${place} ${message ?? "is wrong"}${detail === undefined ? "" : `: ${String(detail)}`}`;
}
