/** The bar, and what the shell says about the page itself. */

import { msg } from "@lit/localize";

export const shellWords = {
  get skip() {
    return msg("Skip to the content", { id: "skip" });
  },
  get pages() {
    return msg("Pages", { id: "pages" });
  },
  get classify() {
    return msg("Classify", { id: "classify" });
  },
  get add() {
    return msg("Add", { id: "add" });
  },
  get playground() {
    return msg("Playground", { id: "playground" });
  },
  get settings() {
    return msg("Settings", { id: "settings" });
  },
  get loadingPage() {
    return msg("Loading…", { id: "loadingPage" });
  },
  get newVersion() {
    return msg("A new version of this page is ready.", { id: "newVersion" });
  },
  get reload() {
    return msg("Reload", { id: "reload" });
  },
  get offlineNote() {
    return msg("You are offline: this page works, calls to Serving wait for the network.", {
      id: "offlineNote",
    });
  },
};
