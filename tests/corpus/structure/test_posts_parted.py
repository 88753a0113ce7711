"""A body and a post printed as one run of words are told apart; where no body shows the run is a post alone."""

from __future__ import annotations

import pytest

from corpus.structure.posts_parted import parted


@pytest.mark.parametrize(
    ("words", "of", "post", "former"),
    [
        ("鷺沼町長", "鷺沼町", "町長", False),
        ("潮見県知事", "潮見県", "知事", False),
        ("白砂大学理学部准教授", "白砂大学理学部", "准教授", False),
        ("県漁業協同組合連合会専務理事", "県漁業協同組合連合会", "専務理事", False),
        ("元潮見県水産試験場長", "潮見県水産試験場", "場長", True),
        ("潮見県水産課長", "潮見県", "水産課長", False),
        ("浜松汽船社長", "浜松汽船", "社長", False),
        ("委員長", "", "委員長", False),
    ],
)
def test_a_body_and_a_post_are_slices_of_the_run(words: str, of: str, post: str, former: bool) -> None:
    found = parted(words)
    assert found is not None
    assert (words[slice(*found.of)], words[slice(*found.post)], found.former) == (of, post, former)


@pytest.mark.parametrize("words", ["鷺沼町", "町の長", "港の将来", "元町"])
def test_what_does_not_end_as_posts_do_is_none(words: str) -> None:
    assert parted(words) is None
