"""Trains the digit model and writes src/servable-data/digits.json and digits-unseen.json. Run by hand, when the model
is to change; the same versions give the same weights:

    pip install mindspore==2.0.0 "numpy<1.24" "scipy<1.11" scikit-learn==1.3.2
    python train_digits.py && npm run format

The data are scikit-learn's bundled digits: 1797 handwritten digits of 8x8 pixels, the test part of "Optical
Recognition of Handwritten Digits" (E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, CC BY 4.0). They come
writer by writer. The model never sees the last three, and that of the last epoch is taken, whatever it gives.
"""

from __future__ import annotations

import json
from pathlib import Path

import mindspore
import numpy as np
from mindspore import Tensor, nn
from sklearn.datasets import load_digits

DATA = Path(__file__).parents[2] / "servable-data"
SEED = 0
EPOCHS = 60
BATCH = 64
FIRST_UNSEEN = 1415  # Where the last three writers' digits begin: each starts anew with 0 to 9 three times in turn.
MOVED_PART = 0.3  # Of the digits in an epoch. The best of 0, 0.3 and 1 by cross-validation over the other writers.
EXAMPLE_EVERY = 9  # Of the unseen digits, for tests: right or wrong.
DECIMALS = 5  # Of a weight in the file: what it says exactly is what was tested.


class Digits(nn.Cell):
    """float32 (n, 1, 8, 8) in [0, 1] -> ten logits each. digits.py builds the same of the weights."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(1, 8, 3, pad_mode="same", has_bias=True, weight_init="he_uniform")
        self.conv2 = nn.Conv2d(8, 16, 3, pad_mode="same", has_bias=True, weight_init="he_uniform")
        self.dense1 = nn.Dense(64, 32, weight_init="he_uniform")
        self.dense2 = nn.Dense(32, 10, weight_init="he_uniform")
        self.pool = nn.MaxPool2d(2, 2)
        self.relu = nn.ReLU()
        self.flatten = nn.Flatten()

    def construct(self, x):
        x = self.pool(self.relu(self.conv1(x)))
        x = self.pool(self.relu(self.conv2(x)))
        return self.dense2(self.relu(self.dense1(self.flatten(x))))


def main() -> None:
    mindspore.set_context(mode=mindspore.GRAPH_MODE, device_target="CPU")
    mindspore.set_seed(SEED)
    random = np.random.RandomState(SEED)
    digits = load_digits()
    pixels = (digits.images / 16).astype(np.float32)[:, None]  # 0..16 -> [0, 1]
    labels = digits.target.astype(np.int32)
    net = Digits()
    train(net, pixels[:FIRST_UNSEEN], labels[:FIRST_UNSEEN], random)
    for parameter in net.get_parameters():
        parameter.set_data(Tensor(np.round(parameter.asnumpy(), DECIMALS)))
    given = net(Tensor(pixels[FIRST_UNSEEN:])).asnumpy().argmax(1)
    right = given == labels[FIRST_UNSEEN:]
    print(f"{right.sum()} of {right.size} digits of writers that were not trained with are right: {right.mean():.1%}")
    save(net, DATA / "digits.json")
    unseen = list(zip(labels[FIRST_UNSEEN:], given, digits.images[FIRST_UNSEEN:]))
    examples = [
        {"written": int(label), "given": int(answer), "pixels": image.astype(int).ravel().tolist()}
        for label, answer, image in unseen[::EXAMPLE_EVERY]
    ]
    (DATA / "digits-unseen.json").write_text(json.dumps(examples))


def train(net: Digits, pixels: np.ndarray, labels: np.ndarray, random: np.random.RandomState) -> None:
    """A fixed number of epochs, each with some of the digits moved by up to one pixel."""
    steps = -(-len(labels) // BATCH)
    rate = nn.cosine_decay_lr(0.0, 0.003, EPOCHS * steps, steps, EPOCHS)
    loss = nn.SoftmaxCrossEntropyWithLogits(sparse=True, reduction="mean")
    train_step = nn.TrainOneStepCell(nn.WithLossCell(net, loss), nn.AdamWeightDecay(net.trainable_params(), rate))
    train_step.set_train()
    for epoch in range(EPOCHS):
        order = random.permutation(len(labels))
        losses = []
        for batch in np.array_split(order, steps):
            far = random.rand(len(batch), 1) < MOVED_PART
            by = random.randint(-1, 2, (len(batch), 2)) * far
            moved = np.stack([move(pixels[index], *places) for index, places in zip(batch, by)])
            losses.append(float(train_step(Tensor(moved), Tensor(labels[batch])).asnumpy()))
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}")


def move(image: np.ndarray, down: int, right: int) -> np.ndarray:
    """image: (1, 8, 8) -> the same moved, zeros where nothing is."""
    padded = np.pad(image, ((0, 0), (1, 1), (1, 1)))
    return padded[:, 1 - down : 9 - down, 1 - right : 9 - right]


def save(net: Digits, path: Path) -> None:
    """Writes {name: {shape, values}}, values in row-major order."""
    weights = {
        parameter.name: {
            "shape": list(parameter.shape),
            "values": [round(value, DECIMALS) for value in parameter.asnumpy().ravel().tolist()],
        }
        for parameter in net.get_parameters()
    }
    path.write_text(json.dumps(weights))


if __name__ == "__main__":
    main()
