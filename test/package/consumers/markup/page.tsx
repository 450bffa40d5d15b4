import "mindspore-serving-web/elements";
export const page = (
  <main>
    <serving-classifier
      key="birds"
      id="birds"
      class="wide"
      address="http://localhost:8080"
      shrink={512}
      top="3"
      timeout-ms={5000}
      multiple
      metadata={{ authorization: "Bearer t" }}
      onserving-result={({ detail, currentTarget }) => void [detail.labels[0]?.name, currentTarget]}
      ref={(element) => void element?.classify([])}
    >
      <b slot="prompt">Which bird is it?</b>
    </serving-classifier>
    <serving-method
      servable="add"
      method="add_common"
      inputs='[{"name": "x1"}]'
      onserving-error={(event) => event.detail.error.hint.en}
    />
  </main>
);
// @ts-expect-error an attribute that it has not
export const misspelt = <serving-classifier tops={5} />;
// @ts-expect-error a value of another type
export const wrong = <serving-method timeout-ms={true} />;
