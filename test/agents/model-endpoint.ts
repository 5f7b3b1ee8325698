import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { z } from "zod";

/** What the model does next: call a tool, hand a tool free text, or end with words. */
export type Step =
  | {
      readonly kind: "call";
      readonly tool: string;
      readonly input: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "free"; readonly tool: string; readonly text: string }
  | { readonly kind: "say"; readonly text: string };

/** A model that plays a script on loopback, in the four protocols that agent CLIs speak. */
export interface ModelEndpoint {
  readonly url: string;
  /** Requests for an answer so far. */
  requests(): number;
  close(): Promise<void>;
}

/** `key` is the only one that is let in. */
export interface Script {
  readonly key: string;
  readonly steps: readonly Step[];
}

/** Tokens that every answer claims. */
export const ANSWER_USAGE = { fresh: 200, cached: 1_000, output: 34 } as const;

const PROMPT_TOKENS = ANSWER_USAGE.fresh + ANSWER_USAGE.cached;

interface Manner {
  readonly streamed: boolean;
  /** CLIs take two calls with one id for the same call. */
  readonly callId: string;
}

interface Protocol {
  readonly path: RegExp;
  refuse(response: ServerResponse): void;
  /** Counts tool results in the conversation: the script's position, whatever was retried. */
  position(body: unknown): number;
  answer(response: ServerResponse, step: Step, how: Manner): void;
}

export async function startModelEndpoint(script: Script): Promise<ModelEndpoint> {
  let requests = 0;
  const server = createServer((request, response) => {
    const protocol = PROTOCOLS.find(({ path }) => path.test(request.url ?? ""));
    if (protocol === undefined) {
      send(response, 404, { error: { message: "no such path" } });
      return;
    }
    requests += 1;
    void serve(protocol, { request, response, script });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("expected a port");
  return address.port;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly script: Script;
}

async function serve(protocol: Protocol, { request, response, script }: Exchange): Promise<void> {
  const body = await readBody(request);
  if (!Object.values(request.headers).some((value) => isKey(value, script.key))) {
    protocol.refuse(response);
    return;
  }
  const position = Math.min(protocol.position(body), script.steps.length - 1);
  const step = script.steps[position] ?? { kind: "say", text: "Nothing to do." };
  protocol.answer(response, step, {
    streamed: isStreamed(request, body),
    callId: `call_${position}`,
  });
}

function isKey(value: string | readonly string[] | undefined, key: string): boolean {
  return value === key || value === `Bearer ${key}`;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  const encoding = request.headers["content-encoding"];
  if (encoding === "gzip") return JSON.parse(gunzipSync(bytes).toString());
  if (encoding === "zstd") return JSON.parse(zstdDecompressSync(bytes).toString());
  return JSON.parse(bytes.length > 0 ? bytes.toString() : "{}");
}

function isStreamed(request: IncomingMessage, body: unknown): boolean {
  return (
    (request.url ?? "").includes("stream") ||
    z.object({ stream: z.literal(true) }).safeParse(body).success
  );
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

interface ServerEvent {
  readonly name?: string;
  readonly data: unknown;
}

function stream(response: ServerResponse, events: readonly ServerEvent[]): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const { name, data } of events) {
    const text = typeof data === "string" ? data : JSON.stringify(data);
    response.write(`${name === undefined ? "" : `event: ${name}\n`}data: ${text}\n\n`);
  }
  response.end();
}

/** How many of the list's items the schema accepts. */
function count(list: readonly unknown[], item: z.ZodType): number {
  return list.filter((it) => item.safeParse(it).success).length;
}

const List = z.array(z.unknown()).catch([]);

// Anthropic Messages.

const ToolResult = z.object({ type: z.literal("tool_result") });

const anthropic: Protocol = {
  path: /^\/v1\/messages(?:\?|$)/,
  refuse: (response) => {
    const error = { type: "authentication_error", message: "invalid x-api-key" };
    send(response, 401, { type: "error", error });
  },
  position: (body) => {
    const Body = z.object({ messages: z.array(z.object({ content: List })) });
    const messages = Body.safeParse(body).data?.messages ?? [];
    return count(
      messages.flatMap(({ content }) => content),
      ToolResult,
    );
  },
  answer: answerAnthropic,
};

const ANTHROPIC_USAGE = {
  input_tokens: ANSWER_USAGE.fresh,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: ANSWER_USAGE.cached,
  output_tokens: ANSWER_USAGE.output,
};

function answerAnthropic(response: ServerResponse, step: Step, how: Manner): void {
  const called = step.kind === "call";
  const block = called
    ? { type: "tool_use", id: how.callId, name: step.tool, input: step.input }
    : { type: "text", text: step.text };
  const reason = called ? "tool_use" : "end_turn";
  const message = {
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: "scripted",
    stop_sequence: null,
    usage: ANTHROPIC_USAGE,
  };
  if (!how.streamed) {
    send(response, 200, { ...message, content: [block], stop_reason: reason });
    return;
  }
  const start = called ? { ...block, input: {} } : { type: "text", text: "" };
  const delta = called
    ? { type: "input_json_delta", partial_json: JSON.stringify(step.input) }
    : { type: "text_delta", text: step.text };
  const events = [
    { type: "message_start", message: { ...message, content: [], stop_reason: null } },
    { type: "content_block_start", index: 0, content_block: start },
    { type: "content_block_delta", index: 0, delta },
    { type: "content_block_stop", index: 0 },
    {
      type: "message_delta",
      delta: { stop_reason: reason, stop_sequence: null },
      usage: ANTHROPIC_USAGE,
    },
    { type: "message_stop" },
  ];
  stream(
    response,
    events.map((data) => ({ name: data.type, data })),
  );
}

// OpenAI Responses.

const CallOutput = z.object({ type: z.string().endsWith("_call_output") });

const responses: Protocol = {
  path: /^\/v1\/responses(?:\?|$)/,
  refuse: refuseOpenai,
  position: (body) => {
    const Body = z.object({ input: List });
    return count(Body.safeParse(body).data?.input ?? [], CallOutput);
  },
  answer: answerResponses,
};

function refuseOpenai(response: ServerResponse): void {
  const error = {
    message: "Incorrect API key provided.",
    type: "invalid_request_error",
    code: "invalid_api_key",
  };
  send(response, 401, { error });
}

function responsesItem(step: Step, callId: string): Readonly<Record<string, unknown>> {
  const common = { id: "item_1", status: "completed" };
  if (step.kind === "say") {
    const content = [{ type: "output_text", text: step.text, annotations: [] }];
    return { ...common, type: "message", role: "assistant", content };
  }
  const call = { ...common, call_id: callId, name: step.tool };
  return step.kind === "free"
    ? { ...call, type: "custom_tool_call", input: step.text }
    : { ...call, type: "function_call", arguments: JSON.stringify(step.input) };
}

function answerResponses(response: ServerResponse, step: Step, how: Manner): void {
  const item = responsesItem(step, how.callId);
  const base = { id: "resp_1", object: "response", status: "in_progress", output: [] };
  const usage = {
    input_tokens: PROMPT_TOKENS,
    input_tokens_details: { cached_tokens: ANSWER_USAGE.cached },
    output_tokens: ANSWER_USAGE.output,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: PROMPT_TOKENS + ANSWER_USAGE.output,
  };
  const events = [
    { type: "response.created", response: base },
    { type: "response.output_item.added", output_index: 0, item },
    { type: "response.output_item.done", output_index: 0, item },
    {
      type: "response.completed",
      response: { ...base, status: "completed", output: [item], usage },
    },
  ];
  stream(
    response,
    events.map((data) => ({ name: data.type, data })),
  );
}

// OpenAI Chat Completions.

const ToolMessage = z.object({ role: z.literal("tool") });

const chat: Protocol = {
  path: /^\/v1\/chat\/completions(?:\?|$)/,
  refuse: refuseOpenai,
  position: (body) => {
    const Body = z.object({ messages: List });
    return count(Body.safeParse(body).data?.messages ?? [], ToolMessage);
  },
  answer: answerChat,
};

function answerChat(response: ServerResponse, step: Step, how: Manner): void {
  const called = step.kind === "call";
  const delta = called
    ? {
        tool_calls: [
          {
            index: 0,
            id: how.callId,
            type: "function",
            function: { name: step.tool, arguments: JSON.stringify(step.input) },
          },
        ],
      }
    : { content: step.text };
  const base = { id: "chat_1", object: "chat.completion.chunk", created: 1, model: "scripted" };
  const usage = {
    prompt_tokens: PROMPT_TOKENS,
    completion_tokens: ANSWER_USAGE.output,
    total_tokens: PROMPT_TOKENS + ANSWER_USAGE.output,
    prompt_tokens_details: { cached_tokens: ANSWER_USAGE.cached },
  };
  const reason = called ? "tool_calls" : "stop";
  const chunks = [
    {
      ...base,
      choices: [{ index: 0, delta: { role: "assistant", ...delta }, finish_reason: null }],
    },
    { ...base, choices: [{ index: 0, delta: {}, finish_reason: reason }] },
    { ...base, choices: [], usage },
  ];
  stream(response, [...chunks.map((data) => ({ data })), { data: "[DONE]" }]);
}

// Gemini.

const FunctionResponse = z.object({ functionResponse: z.looseObject({}) });

const gemini: Protocol = {
  path: /^\/v1beta\/models\/[^/:]+:(?:streamGenerateContent|generateContent)(?:\?|$)/,
  refuse: (response) => {
    const error = {
      code: 400,
      message: "API key not valid. Please pass a valid API key.",
      status: "INVALID_ARGUMENT",
    };
    send(response, 400, { error });
  },
  position: (body) => {
    const Body = z.object({ contents: z.array(z.object({ parts: List })) });
    const contents = Body.safeParse(body).data?.contents ?? [];
    return count(
      contents.flatMap(({ parts }) => parts),
      FunctionResponse,
    );
  },
  answer: answerGemini,
};

function answerGemini(response: ServerResponse, step: Step, how: Manner): void {
  const part =
    step.kind === "call"
      ? { functionCall: { id: how.callId, name: step.tool, args: step.input } }
      : { text: step.text };
  const candidate = { content: { role: "model", parts: [part] }, finishReason: "STOP", index: 0 };
  const usageMetadata = {
    promptTokenCount: PROMPT_TOKENS,
    cachedContentTokenCount: ANSWER_USAGE.cached,
    candidatesTokenCount: ANSWER_USAGE.output,
    totalTokenCount: PROMPT_TOKENS + ANSWER_USAGE.output,
  };
  const answer = { candidates: [candidate], usageMetadata, modelVersion: "scripted" };
  if (how.streamed) stream(response, [{ data: answer }]);
  else send(response, 200, answer);
}

const PROTOCOLS: readonly Protocol[] = [anthropic, responses, chat, gemini];
