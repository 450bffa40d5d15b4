/// What a newcomer to React writes: a client, its results in state, and the element.
import { Client, isError, type Outcome } from "mindspore-serving-web";
import "mindspore-serving-web/elements";
import { useState } from "react";

const client = new Client("http://localhost:8080", "resnet50", "classify_top1");

export default function App() {
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);

  async function classify(files: Iterable<File>) {
    setOutcomes([]);
    for await (const { outcome } of client.inferMany([...files].map((image) => ({ image })))) {
      setOutcomes((before) => [...before, outcome]);
    }
  }

  return (
    <>
      <input type="file" multiple onChange={(event) => classify(event.target.files ?? [])} />
      <ol id="labels">
        {outcomes.map((outcome, i) => (
          <li key={i}>{isError(outcome) ? outcome.error : String(outcome.label)}</li>
        ))}
      </ol>
      <serving-classifier address="http://localhost:8080" multiple />
    </>
  );
}
