"""A noun with "the" means the name that it calls so before; where two are called so, none."""

from __future__ import annotations

import pytest

from tests.corpus.structure.meant import meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Orrin Transport Board took over from Halden Lines. The company lost.", ("The company", ["Halden Lines"])),
        ("The Ministry of Fisheries is far. Then the ministry replied.", ("the ministry", ["Ministry of Fisheries"])),
        ("The Orrin Transport Board is old. Some left the Board later.", ("the Board", ["Orrin Transport Board"])),
        ("They live on the island of Skerra. The island is cold.", ("The island", ["Skerra"])),
        ("Skerra is an island. The island is cold.", ("The island", ["Skerra"])),
        (
            "The council of Skerrow met. It rained. This was the council's view.",
            ("the council", ["council of Skerrow"]),
        ),
        ("Halden Lines runs ships. The company grew, and its ships grew.", ("its", ["Halden Lines"])),
        ("1. Halden Lines should open its books. It has refused to.", ("It", ["Halden Lines"])),
        (
            "Two were published. The first, by the Audit Service, found much. The second, by Hull, found little. "
            "The former looked at cost; the latter looked at trips.",
            ("the latter", ["The second, by Hull"]),
        ),
        (
            "The first was Northern Mutual, a society; the second was Pennant Bank, a lender. The former won.",
            ("The former", ["Northern Mutual"]),
        ),
        (
            "The director proposed a subsidy. The proposal was approved.",
            ("The proposal", ["The director proposed a subsidy."]),
        ),
    ],
)
def test_a_noun_means_the_name_that_it_calls_so(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text, "en")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Seafresh Ltd and Cold Harbour Partners withdrew. The company was small.", "The company"),
        ("The Bank of Selwyn and the Trust Bank of Hull paid. The bank declined.", "The bank"),
        ("Halden Lines left. Then she ran a cider company. The company sells much.", "The company"),
        ("Edward Finch and Priya Nair led it. The company sells much.", "The company"),
        (
            "Wanta China is a unit of Wanta Group, a drinks maker in Wanta China. The company makes snacks.",
            "The company",
        ),
        ("Owners would not have dared. She had put the business up for sale.", "the business"),
        ("The Transport Board and the Harbour Board met. Some left the Board later.", "the Board"),
        ("The salt works were old. The company had lost money, and its customer left.", "its"),
        ("The director liked the subsidy. The proposal was approved.", "The proposal"),
        (
            "The first, by Hull, found much. The second, by Leeds, found little. The third, by York, failed. "
            "The former looked at cost.",
            "The former",
        ),
    ],
)
def test_where_two_names_or_none_may_be_meant_nothing_is_told(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text, "en")]
