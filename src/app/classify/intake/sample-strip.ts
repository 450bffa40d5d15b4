/** `<app-sample-strip>`: photos at hand, each one click away from its labels. */

import { css, html } from "lit";
import { type Sample, samples, smallFile } from "../../../samples/index.ts";
import { AppElement } from "../../look/app-element.ts";

/** Where they lie, seen from the page. */
const SAMPLES = "samples/";

/** Samples as files, and those that the server did not give. */
export class SamplesEvent extends Event {
  static readonly type = "samples";
  readonly files: readonly File[];
  readonly lost: readonly Sample[];

  constructor(files: readonly File[], lost: readonly Sample[]) {
    super(SamplesEvent.type);
    this.files = files;
    this.lost = lost;
  }
}

/** Says {@link SamplesEvent} once the chosen samples are loaded. */
export class SampleStrip extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      :host {
        min-width: 0;
      }
      ul {
        display: flex;
        gap: 8px;
        padding: 4px;
        margin: -4px;
        overflow-x: auto;
        scrollbar-width: none;
      }
      li {
        display: flex;
        flex: none;
      }
      button {
        width: 56px;
        height: 56px;
        padding: 0;
        overflow: hidden;
      }
      li:last-child button {
        width: auto;
        padding: 0 14px;
      }
      button:has(img):hover {
        border-color: var(--_accent);
        outline: 1px solid var(--_accent);
      }
      img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      @media (max-width: 640px) {
        /* To the screen's edge, so that a cut photo tells of more. */
        ul {
          margin-inline: -16px;
          padding-inline: 16px;
        }
      }
    `,
  ];

  protected override render() {
    const { words } = this;
    return html`<ul aria-label=${words.samples}>
      ${samples.map((sample) => this.#sample(sample))}
      <li><button @click=${() => this.load(samples)}>${words.allSamples(samples.length)}</button></li>
    </ul>`;
  }

  #sample(sample: Sample) {
    const alt = this.language === "zh" ? sample.altZh : sample.alt;
    const label = this.words.trySample(alt);
    return html`<li>
      <button title=${alt} aria-label=${label} data-sample=${sample.id} @click=${() => this.load([sample])}>
        <img src=${SAMPLES + smallFile(sample)} alt="" width="56" height="56" draggable="false" />
      </button>
    </li>`;
  }

  async load(chosen: readonly Sample[]): Promise<void> {
    const files = await Promise.allSettled(chosen.map(sampleFile));
    const loaded = files.filter((one) => one.status === "fulfilled").map(({ value }) => value);
    const lost = chosen.filter((_, i) => files[i]!.status === "rejected");
    this.dispatchEvent(new SamplesEvent(loaded, lost));
  }
}

/** The photo as a file, as if somebody had chosen it. @throws Error when the server does not give it */
async function sampleFile(sample: Sample): Promise<File> {
  const reply = await fetch(SAMPLES + sample.file);
  if (!reply.ok) throw new Error(`HTTP ${reply.status}`);
  const blob = await reply.blob();
  return new File([blob], sample.file, { type: blob.type });
}
