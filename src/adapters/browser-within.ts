/** What work gave in time, or `undefined` when it took too long; the work itself goes on unheard. */
export async function within<Result>(
  timeoutMs: number,
  work: Promise<Result>,
): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(1, timeoutMs));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // Whatever becomes of it later is nobody's business, and must not end the process.
    work.catch(() => undefined);
  }
}
