/** The settings, and what can be wrong with one. */

import { msg, str } from "@lit/localize";

export const settingsWords = {
  get settingsNote() {
    return msg("Kept in this browser only, and sent nowhere but in calls to the address.", {
      id: "settingsNote",
    });
  },
  get close() {
    return msg("Close", { id: "close" });
  },
  get lookGroup() {
    return msg("Look", { id: "lookGroup" });
  },
  get languageSetting() {
    return msg("Language", { id: "languageSetting" });
  },
  get theme() {
    return msg("Theme", { id: "theme" });
  },
  get themeSystem() {
    return msg("System", { id: "themeSystem" });
  },
  get themeLight() {
    return msg("Light", { id: "themeLight" });
  },
  get themeDark() {
    return msg("Dark", { id: "themeDark" });
  },
  get connectionGroup() {
    return msg("Connection", { id: "connectionGroup" });
  },
  get address() {
    return msg("Proxy's address", { id: "address" });
  },
  get addressNote() {
    return msg("Empty: where this page comes from. Another origin must be allowed there (--origin).", {
      id: "addressNote",
    });
  },
  get timeoutSeconds() {
    return msg("Timeout in seconds", { id: "timeoutSeconds" });
  },
  get metadata() {
    return msg("Metadata", { id: "metadata" });
  },
  get metadataNote() {
    return msg("Headers of every call, such as authorization. Forgotten when this tab is closed.", {
      id: "metadataNote",
    });
  },
  headerName: (n: number) => msg(str`Name of header ${n}`, { id: "headerName" }),
  headerValue: (n: number) => msg(str`Value of header ${n}`, { id: "headerValue" }),
  removeHeader: (n: number) => msg(str`Remove header ${n}`, { id: "removeHeader" }),
  get addHeader() {
    return msg("Add a header", { id: "addHeader" });
  },
  get classifyGroup() {
    return msg("Classify", { id: "classifyGroup" });
  },
  get servable() {
    return msg("Servable", { id: "servable" });
  },
  get version() {
    return msg("Version", { id: "version" });
  },
  get versionNote() {
    return msg("0 is the highest running one.", { id: "versionNote" });
  },
  get batchSize() {
    return msg("Instances in a call", { id: "batchSize" });
  },
  get concurrency() {
    return msg("Calls at a time", { id: "concurrency" });
  },
  get resetSettings() {
    return msg("Reset all settings", { id: "resetSettings" });
  },
  get addressBad() {
    return msg("This is no address of a proxy: write it as http://localhost:8080.", { id: "addressBad" });
  },
  get addressExtra() {
    return msg("Leave out the user name, password, query and fragment.", { id: "addressExtra" });
  },
  get addressMixed() {
    return msg("This page came by https, so browsers block calls by http: use an https address.", {
      id: "addressMixed",
    });
  },
  get nameEmpty() {
    return msg("Give a name.", { id: "nameEmpty" });
  },
  get versionBad() {
    return msg("Give a whole number from 0 to 2^64 - 1.", { id: "versionBad" });
  },
  get secondsBad() {
    return msg("Give seconds above 0, at most 86400.", { id: "secondsBad" });
  },
  countBad: (max: number) => msg(str`Give a whole number from 1 to ${max}.`, { id: "countBad" }),
  get headerBad() {
    return msg("This is no header: letters, digits and - in the name, one line as the value.", {
      id: "headerBad",
    });
  },
  get headerTwice() {
    return msg("This name is there already.", { id: "headerTwice" });
  },
};
