import type { FieldValue, FormValidation } from "../model/browser-check.ts";
import type { AssertionReport, Complaint } from "../ports/browser-driver.ts";
import { type Look, settle } from "./browser-settle.ts";
import { describeTrouble } from "./browser-trouble.ts";
import type { BrowserVisit } from "./browser-visit.ts";

/** The three things that a form may be asked to do; one that was not asked for is absent. */
interface FormChecks {
  errorShown?: Look;
  submitDisabledUntilValid?: Look;
  submissionPersisted?: Look;
}

/** Types what is wrong, looks whether the form says so, types what is right and sends it. */
export async function judgeForm(
  visit: BrowserVisit,
  form: FormValidation,
): Promise<AssertionReport> {
  const checks: FormChecks = {};
  const trouble = await fill(visit, form.invalid);
  if (trouble !== undefined) return toReport(checks, trouble);
  const { errorSelector, submitSelector } = form;
  if (errorSelector !== undefined) {
    checks.errorShown = await looked(visit, async () => await lookAtError(visit, form));
  }
  if (submitSelector !== undefined) {
    checks.submitDisabledUntilValid = await looked(
      visit,
      async () => await lookAtSubmit(visit, submitSelector, false),
    );
  }
  return toReport(checks, await sendValid(visit, form, checks));
}

async function sendValid(
  visit: BrowserVisit,
  form: FormValidation,
  checks: FormChecks,
): Promise<string | undefined> {
  const { submitSelector } = form;
  const wantsSuccess = form.successSelector !== undefined || form.successUrl !== undefined;
  const trouble = await fill(visit, form.valid);
  if (trouble !== undefined) return trouble;
  if (
    submitSelector !== undefined &&
    form.valid.length > 0 &&
    checks.submitDisabledUntilValid?.ok === true
  ) {
    checks.submitDisabledUntilValid = await looked(
      visit,
      async () => await lookAtSubmit(visit, submitSelector, true),
    );
  }
  if (!wantsSuccess) return undefined;
  const unsent = await submit(visit, form);
  checks.submissionPersisted =
    unsent === undefined
      ? await looked(visit, async () => await lookAtSuccess(visit, form))
      : { ok: false, found: unsent };
  return undefined;
}

async function looked(visit: BrowserVisit, look: () => Promise<Look>): Promise<Look> {
  return await settle(Date.now() + visit.timeoutMs, look);
}

async function fill(
  { page, timeoutMs }: BrowserVisit,
  fields: readonly FieldValue[],
): Promise<string | undefined> {
  for (const { selector, value } of fields) {
    const field = page.locator(selector).first();
    try {
      await field.fill(value, { timeout: timeoutMs });
      // Many forms say what is wrong when a field is left.
      await field.blur({ timeout: timeoutMs });
    } catch (error) {
      return `"${selector}" could not be filled: ${await describeTrouble(page, selector, error)}`;
    }
  }
  return undefined;
}

async function lookAtError({ page }: BrowserVisit, form: FormValidation): Promise<Look> {
  const { errorSelector = "", errorText = "" } = form;
  const element = await page.$(errorSelector);
  if (element === null) return { ok: false, found: `no element matches "${errorSelector}"` };
  const text = ((await element.textContent()) ?? "").trim();
  const isVisible = await element.isVisible();
  const found = `"${errorSelector}" is ${isVisible ? "visible" : "hidden"} with "${text.slice(0, 200)}"`;
  return { ok: isVisible && text.includes(errorText), found };
}

async function lookAtSubmit(
  { page }: BrowserVisit,
  selector: string,
  wantsEnabled: boolean,
): Promise<Look> {
  const element = await page.$(selector);
  if (element === null) return { ok: false, found: `no element matches "${selector}"` };
  const isEnabled = await element.isEnabled();
  const found = `"${selector}" is ${isEnabled ? "enabled" : "disabled"} with ${wantsEnabled ? "valid" : "invalid"} input`;
  return { ok: isEnabled === wantsEnabled, found };
}

async function submit(visit: BrowserVisit, form: FormValidation): Promise<string | undefined> {
  const { page, timeoutMs: timeout } = visit;
  const selector = form.submitSelector ?? [...form.invalid, ...form.valid].at(-1)?.selector;
  if (selector === undefined) return "nothing to send it with: no submit_selector and no field";
  const element = page.locator(selector).first();
  try {
    if (form.submitSelector === undefined) await element.press("Enter", { timeout });
    else await element.click({ timeout });
    return undefined;
  } catch (error) {
    return `"${selector}" did not send it: ${await describeTrouble(page, selector, error)}`;
  }
}

async function lookAtSuccess({ page }: BrowserVisit, form: FormValidation): Promise<Look> {
  const { successSelector, successUrl } = form;
  if (successUrl !== undefined && !page.url().includes(successUrl)) {
    return { ok: false, found: `the address is ${page.url().slice(0, 300)}` };
  }
  if (successSelector === undefined) return { ok: true, found: "sent" };
  const isVisible = (await (await page.$(successSelector))?.isVisible()) ?? false;
  return { ok: isVisible, found: `"${successSelector}" is ${isVisible ? "" : "not "}visible` };
}

function toReport(checks: FormChecks, trouble: string | undefined): AssertionReport {
  const named: readonly (readonly [string, Look | undefined])[] = [
    ["error_shown", checks.errorShown],
    ["submit_disabled_until_valid", checks.submitDisabledUntilValid],
    ["submission_persisted", checks.submissionPersisted],
  ];
  const asked = named.flatMap(([rule, look]) => (look === undefined ? [] : [{ rule, look }]));
  const complaints: Complaint[] = asked
    .filter(({ look }) => !look.ok)
    .map(({ rule, look }) => ({ rule, message: `${rule}: ${look.found}` }));
  const found = [
    ...asked.map(({ rule, look }) => `${rule}=${look.ok}`),
    ...(trouble === undefined ? [] : [trouble]),
    ...complaints.map(({ message }) => message),
  ];
  return {
    ok: trouble === undefined && asked.length > 0 && complaints.length === 0,
    wanted: "the form to refuse what is wrong and to take what is right",
    found: found.length === 0 ? "nothing that could be checked" : found.join("; "),
    complaints,
  };
}
