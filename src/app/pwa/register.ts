/** The service worker: registered once the page is idle; a newer one waits until the reader takes it. */

import { store } from "../state/store.ts";

/** A worker that waits with a newer page. */
export const newVersion = store<ServiceWorker | undefined>(undefined);

/** Nothing depends on it: without one the page works, but not offline. */
export async function registerServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register("./sw.js");
    const tellIfWaiting = () => {
      // Without a controller this is the first one, and the page is as new as it.
      if (registration.waiting && navigator.serviceWorker.controller) newVersion.set(registration.waiting);
    };
    tellIfWaiting();
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", tellIfWaiting);
    });
  } catch {
    // A browser may allow none, for example in a private window.
  }
}

/** Puts the newer worker in charge and shows its page. */
export function takeNewVersion(): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  newVersion.value?.postMessage("take over");
}
