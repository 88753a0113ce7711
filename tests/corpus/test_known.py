"""Documents of our own making that look like real ones, each with the truth about it, item by item."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus.readers import read
from tests.corpus.known import items, truth_of
from tests.corpus.known_told import told_items

KNOWN = sorted(
    path for path in (Path(__file__).parent / "fixtures" / "known").iterdir() if path.suffix in (".md", ".txt")
)
# What is still read wrong, at most: rights lines with a sentence, sources that a note only tells of, and such.
WRONG = {
    "01_kitagata_bus": 3,
    "02_tomoshibi_release": 3,
    "03_mobile_shop_report": 2,
    "04_library_card_qa": 4,
    "05_pond_twocolumn": 1,
    "06_ferry_council_minutes": 7,
    "07_small_library_ko": 5,
    "08_old_building_lift_zh": 2,
    "09_cable_repair_commentary": 9,
    "10_naruse_port_brief": 1,
    "11_rural_pharmacy_en": 6,
    "12_lead_pipe_lecture": 0,
    "13_naming_rights_commentary": 7,
    "14_forest_boundary_review": 2,
    "15_strait_tunnel_web": 0,
    "16_salt_tax_paper": 1,
    "17_ferry_reef_letter": 5,
    "18_reservoir_town_zh": 2,
    "19_heat_shelter_web": 0,
    "20_museum_loan_note": 18,
    "21_fish_warehouse_news": 1,
    "22_caspian_corridor_commentary": 2,
    "23_paper_restorer_obituary": 1,
    "24_inner_sound_ferry_en": 2,
    "25_pruning_robot_release": 2,
    "26_tea_factory_zh": 2,
    "27_river_landing_history": 1,
}


@pytest.mark.parametrize("path", KNOWN, ids=lambda path: path.stem)
def test_a_real_looking_document_is_read_as_it_is_known(path: Path) -> None:
    found = list(items(read(path), truth_of(path)))
    wrong = [f"{item.kind}: {item.what}" for item in found if not item.right]
    assert len(wrong) <= WRONG[path.stem], "\n".join(wrong)


@pytest.mark.parametrize("kind", ["cell", "whole sentence", "mark", "source fact", "note", "section"])
def test_most_of_what_is_known_is_read_in_every_document_together(kind: str) -> None:
    found = [item for path in KNOWN for item in items(read(path), truth_of(path)) if item.kind == kind]
    right = Counter(item.right for item in found)
    assert right[True] >= 0.93 * len(found), right


def test_dates_and_what_points_back_are_mostly_read_and_seldom_wrongly() -> None:
    found = [item for path in KNOWN for item in told_items(read(path), truth_of(path))]
    dates = Counter(item.state for item in found if item.kind == "date")
    meant = Counter(item.state for item in found if item.kind == "antecedent")
    left = Counter(item.state for item in found if item.kind == "open antecedent")
    said = meant["right"] + meant["wrong"] + left["wrong"]
    assert dates["right"] >= 0.84 * sum(dates.values()), dates
    assert dates["wrong"] <= 0.08 * sum(dates.values()), dates
    assert meant["right"] >= 0.83 * sum(meant.values()), meant
    assert meant["wrong"] + left["wrong"] <= 0.02 * said, (meant, left)
