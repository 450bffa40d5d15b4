/** The bar and the status in it. */

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
  get status() {
    return msg("Server status", { id: "status" });
  },
  get checking() {
    return msg("checking…", { id: "checking" });
  },
  get connected() {
    return msg("connected", { id: "connected" });
  },
  get workerDown() {
    return msg("worker down", { id: "workerDown" });
  },
  get unreachable() {
    return msg("proxy not reachable", { id: "unreachable" });
  },
  get offline() {
    return msg("offline", { id: "offline" });
  },
  get checkingMore() {
    return msg("Asking the proxy how it is.", { id: "checkingMore" });
  },
  get connectedMore() {
    return msg("The proxy answers, and so does the Serving worker behind it.", { id: "connectedMore" });
  },
  get workerDownMore() {
    return msg(
      "The proxy runs, but the Serving worker behind it does not answer. Start Serving, or check the worker's address in the proxy's configuration.",
      { id: "workerDownMore" },
    );
  },
  get unreachableMore() {
    return msg("Nothing answers at this page's address. Check that the proxy (Envoy, or `npm start`) runs.", {
      id: "unreachableMore",
    });
  },
  get offlineMore() {
    return msg("This device is offline. Connect it, then check again.", { id: "offlineMore" });
  },
  get checkAgain() {
    return msg("Check again", { id: "checkAgain" });
  },
};
