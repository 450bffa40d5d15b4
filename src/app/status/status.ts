/** `<app-status>`: a dot with words in the bar; behind it the ladder of causes and what repairs the broken rung. */

import { html, nothing } from "lit";
import { doneIcon, failedIcon } from "../../ui/index.ts";
import { AppElement } from "../look/app-element.ts";
import { unknownIcon } from "../look/icons.ts";
import { connection, found } from "../serving/connection.ts";
import { targetNow } from "../serving/target.ts";
import { isForeign, probe } from "../serving/watch.ts";
import { askOwnServer, ownServer } from "../state/own-server.ts";
import { goTo, page, playgroundQuery } from "../state/route.ts";
import { settings } from "../state/settings.ts";
import { ladder, type Rung, type RungName, releaseText, repairOf } from "./connection-steps.ts";
import { statusStyles } from "./status.css.ts";

const MARKS = { good: doneIcon, bad: failedIcon, unknown: unknownIcon };

/** A setting is to be changed. */
export class SettingsEvent extends Event {
  static readonly type = "settings";
  readonly setting: string;

  constructor(setting: string) {
    super(SettingsEvent.type);
    this.setting = setting;
  }
}

/** Says {@link SettingsEvent}. */
export class Status extends AppElement {
  static override properties = { asking: { state: true } };
  static override styles = [AppElement.styles, statusStyles];

  declare asking: boolean;

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow(connection, found, settings, page, playgroundQuery, ownServer);
    void askOwnServer();
  }

  protected override render() {
    const { words } = this;
    const state = connection.value;
    const release = releaseText(found.value?.release);
    const down = state !== "connected" && state !== "checking";
    return html`
      <button class="bare opener ${state} ${down ? "down" : ""}" popovertarget="more">
        <span class="unseen">${`${words.status}:`}</span>
        <span class="dot"></span>
        <span class="state">${words[state]}</span>
        <span class="whom">${targetNow().servable}${release ? ` · Serving ${release}` : nothing}</span>
      </button>
      <span class="unseen" role="status">${words.status}: ${words[state]}</span>
      <div popover id="more" role="group" aria-label=${words.status}>
        <ol>${ladder(state, found.value, isForeign()).map((rung) => this.#rung(rung))}</ol>
        <button class="again" aria-disabled=${this.asking} @click=${this.#ask}>
          ${this.asking ? words.checking : words.checkAgain}
        </button>
      </div>
    `;
  }

  #rung({ name, state }: Rung) {
    const { words } = this;
    const titles: Record<RungName, string> = {
      network: words.rungNetwork,
      proxy: words.rungProxy,
      cors: words.rungCors,
      grpcWeb: words.rungGrpcWeb,
      access: words.rungAccess,
      worker: words.rungWorker,
      servable: words.rungServable,
      method: words.rungMethod,
    };
    const states = { good: words.rungGood, bad: words.rungBad, unknown: words.rungUnknown };
    return html`<li class=${state} data-rung=${name}>
      ${MARKS[state]}
      <span class="rung">${titles[name]}<span class="unseen">: ${states[state]}</span></span>
      <span class="about">${state === "good" || name === "servable" || name === "method" ? this.#about(name) : nothing}</span>
      ${state === "bad" ? this.#repair(name) : nothing}
    </li>`;
  }

  #about(name: RungName): string {
    const { words } = this;
    const { servable, method, version } = targetNow();
    switch (name) {
      case "network":
        return words.networkUp;
      case "proxy":
        return settings.value.address || location.host;
      case "worker": {
        const release = releaseText(found.value?.release);
        return release ? words.releaseIs(release) : words.answersHere;
      }
      case "servable":
        return `${servable}, ${version === "0" ? words.newestVersion : words.versionIs(version)}`;
      case "method": {
        const inputs = found.value?.inputs;
        return inputs ? `${method}, ${words.inputsAre(inputs.join(", "))}` : method;
      }
      default:
        return words.answersHere;
    }
  }

  #repair(name: RungName) {
    const { words } = this;
    const { address } = settings.value;
    const causes: Record<RungName, string> = {
      network: words.offlineDo,
      proxy: address ? words.unreachableElsewhereDo : words.unreachableDo,
      cors: words.corsDo,
      grpcWeb: words.notGrpcWebDo,
      access: connection.value === "refused" ? words.refusedDo : words.unauthorizedDo,
      worker: words.workerDownDo,
      servable: connection.value === "noLiveWorker" ? words.noLiveWorkerDo : words.noServableDo,
      method: words.noMethodDo,
    };
    const nothingToSet = connection.value === "noLiveWorker" || connection.value === "refused";
    const repair = nothingToSet ? undefined : repairOf(name, address, location.origin, ownServer.value);
    return html`<div class="repair">
      <span>${causes[name]}</span>
      ${repair && ("command" in repair ? html`<app-copy-line .text=${repair.command}></app-copy-line>` : this.#change(repair.setting))}
    </div>`;
  }

  /** Add and the playground call somebody of their own: there the place to choose is the playground. */
  #change(setting: string) {
    const own = page.value !== "classify" && setting !== "address" && setting !== "metadata";
    const go = () => {
      this.renderRoot.querySelector<HTMLElement>("[popover]")!.hidePopover();
      if (own) goTo("playground");
      else this.dispatchEvent(new SettingsEvent(setting));
    };
    return html`<button @click=${go}>${own ? this.words.goToPlayground : this.words.openSettings}</button>`;
  }

  async #ask() {
    if (this.asking) return;
    this.asking = true;
    await probe();
    this.asking = false;
  }
}
