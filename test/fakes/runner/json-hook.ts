import { registerHooks } from "node:module";

/** GitHub's parser imports JSON without the attribute that node demands: imported before it, for its effect. */
registerHooks({
  load(url, context, nextLoad) {
    if (!url.includes("/node_modules/@actions/") || !url.endsWith(".json")) {
      return nextLoad(url, context);
    }
    const importAttributes = { ...context.importAttributes, type: "json" };
    return nextLoad(url, { ...context, importAttributes, format: "json" });
  },
});
