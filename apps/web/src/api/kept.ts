/** What this device remembers (theme, language). Storage may be shut by the browser: then nothing is remembered. */
export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(`portee.${name}`);
  } catch {
    return null;
  }
}

export function writeKept(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`portee.${name}`);
    else localStorage.setItem(`portee.${name}`, value);
  } catch {
    // Shut storage is the person's choice, not a failure.
  }
}
