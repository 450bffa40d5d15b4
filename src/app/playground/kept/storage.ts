/** What this browser keeps, which all its tabs see; it may be full, or not allowed. */

export function readKept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** @returns whether it is kept now; what was kept before stays where it is not */
export function writeKept(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function forgetKept(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

export function keysOfKept(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** @param changed is called when another tab has changed what is kept; `null` is all of it */
export function hearOtherTabs(changed: (key: string | null) => void): void {
  window.addEventListener("storage", ({ key, storageArea }) => {
    if (storageArea === localStorage) changed(key);
  });
}
