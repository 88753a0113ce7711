"""The reader's network in torch: the first layers of multilingual-e5-small with heads for relevance and span.

Only training and export import this module; torch is the extra ``train``.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from retrieval.packed import Floats, PackedModel

LAYERS = 8
FROZEN = 3  # the lowest layers keep the weights they come with


class Layer(nn.Module):
    """One transformer layer of BERT."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, epsilon)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, epsilon)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the layer's vectors, shape (batch, tokens, width); ``mask`` is added to the scores of attention."""
        batch, tokens, width = x.shape
        qkv = self.qkv(x).view(batch, tokens, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], attn_mask=mask.to(qkv.dtype))
        x = self.norm1(x + self.out(mixed.transpose(1, 2).reshape(batch, tokens, width)))
        changed: Tensor = self.norm2(x + self.down(functional.gelu(self.up(x))))
        return changed


class ReaderNetwork(nn.Module):
    """Vectors of tokens in, the logit of relevance and the logits of start and end for each token out."""

    def __init__(self, model: PackedModel, layers: int = LAYERS) -> None:
        super().__init__()
        shape = model.shape
        first_type = model.vector("emb.type")[: shape.width]
        self.positions = nn.Parameter(_tensor(model.vector("emb.pos").reshape(-1, shape.width) + first_type))
        self.norm = nn.LayerNorm(shape.width, shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape.width, shape.heads, shape.inner, shape.epsilon) for _ in range(layers))
        self.relevance = nn.Linear(2 * shape.width, 1)
        self.span = nn.Linear(shape.width, 2)
        self._load(model)
        for frozen in (self.norm, *self.layers[:FROZEN]):
            frozen.requires_grad_(False)
        self.positions.requires_grad_(False)

    def forward(self, words: Tensor, mask: Tensor, window: Tensor) -> tuple[Tensor, Tensor]:
        """Return relevance, shape (batch,), and span, shape (batch, tokens, 2), far below 0 outside of the window.

        ``words`` are vectors of tokens, shape (batch, tokens, width), ``mask`` is 1 where a token is and 0 after the
        end, ``window`` is 1 where a token is the window's.

        Relevance is read from the first token and from the tokens that the span's heads point at: the latter alone
        tell whether what stands there is of the kind asked for, and learn it many times faster.
        """
        added = ((1 - mask) * -1e4)[:, None, None, :]
        x = self.norm(words + self.positions[: words.shape[1]])
        with torch.no_grad():
            for layer in self.layers[:FROZEN]:
                x = layer(x, added)
        for layer in self.layers[FROZEN:]:
            x = layer(x, added)
        span = self.span(x).float() + ((1 - window) * -1e4)[:, :, None]
        pointed = span.detach().softmax(1).mean(2)
        found = (pointed[:, :, None] * x).sum(1)
        return self.relevance(torch.cat([x[:, 0], found.to(x.dtype)], 1))[:, 0], span

    def _load(self, model: PackedModel) -> None:
        shape = model.shape

        def fill(linear: nn.Linear, names: list[str], rows: int) -> None:
            weight = np.concatenate([model.matrix(f"{name}.w", rows) for name in names], axis=1)
            bias = np.concatenate([model.vector(f"{name}.b") for name in names])
            linear.load_state_dict({"weight": _tensor(weight.T), "bias": _tensor(bias)})

        def norm(layer: nn.LayerNorm, name: str) -> None:
            layer.load_state_dict(
                {"weight": _tensor(model.vector(f"{name}.w")), "bias": _tensor(model.vector(f"{name}.b"))}
            )

        norm(self.norm, "emb.ln")
        for index, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            fill(layer.qkv, [f"l{index}.{part}" for part in "qkv"], shape.width)
            fill(layer.out, [f"l{index}.ao"], shape.width)
            fill(layer.up, [f"l{index}.fi"], shape.inner)
            fill(layer.down, [f"l{index}.fo"], shape.width)
            norm(layer.norm1, f"l{index}.aln")
            norm(layer.norm2, f"l{index}.oln")
        for head in (self.relevance, self.span):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)


def _tensor(values: Floats) -> Tensor:
    return torch.from_numpy(np.array(values, dtype=np.float32))
