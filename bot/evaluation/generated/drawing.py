"""Draw the tables of a shelf: six subjects, two documents each.

Invariant: no figure and no code stands twice on a shelf, and none can be read as a year.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from bot.evaluation.generated.sheets import Column, Entry, Layout, Paper, Period, Place, Sheet
from bot.evaluation.generated.subjects import COUNTRIES, SUBJECTS, Measure, Subject, Words


class Drawing:
    """Draws figures and codes, each only once."""

    def __init__(self, pick: Random) -> None:
        self.pick = pick
        self._used: set[Decimal] = set()
        self._codes: dict[str, str] = {}

    def figure(self, measure: Measure, near: Decimal | None = None) -> Decimal:
        """Return a new figure of a measure, within three tenths and double of ``near`` where that is given."""
        while True:
            if near is None:
                share = self.pick.random() ** 2  # more small figures than large ones
                raw = measure.low + share * (measure.high - measure.low)
            else:
                raw = float(near) * self.pick.uniform(0.6, 1.7)
            value = Decimal(str(round(raw, measure.places))) if measure.places else Decimal(round(raw))
            if value not in self._used and not 1900 <= value <= 2100 and (measure.additive or value < 100):
                self._used.add(value)
                return value

    def code(self, digits: int, item: str) -> str:
        """Return the code of an item, a new one that is no year where it has none yet."""
        while item not in self._codes:
            value = Decimal(self.pick.randrange(10 ** (digits - 1), 10**digits))
            if value not in self._used and not 1900 <= value <= 2100:
                self._used.add(value)
                self._codes[item] = str(value)
        return self._codes[item]


def draw_papers(pick: Random) -> tuple[Paper, ...]:
    """Draw two documents of every subject, one in Markdown and one in plain text, each of another place."""
    drawing = Drawing(pick)
    countries = pick.sample(COUNTRIES, 4)
    papers = []
    for subject in SUBJECTS:
        names = pick.sample(subject.places, 2) if subject.places else []
        styles = pick.sample(subject.period, len(subject.period)) * 2
        for at, markdown in enumerate((True, False)):
            maker = SheetMaker(drawing, subject, f"{subject.key}-{at + 1}", markdown=markdown)
            if names:
                places, name = (named(names[at]),) * 2, names[at]
            else:
                a, b = countries[2 * at : 2 * at + 2]
                places, name = (direction(a, b), direction(b, a)), f"{a.ja}と{b.ja}"
            papers.append(_paper(maker, places, name, _periods(pick, styles[at])))
    return tuple(papers)


def _periods(pick: Random, style: str) -> tuple[Period, Period]:
    """Draw a late and an early period; the era does not reach far back."""
    late = pick.randint(2022, 2025)
    return Period(late, style), Period(late - pick.randint(1, 2 if style == "era" else 8), style)


def _paper(maker: SheetMaker, places: tuple[Place, Place], name: str, periods: tuple[Period, Period]) -> Paper:
    shapes = {"directions": maker.directions, "apart": maker.apart, "beside": maker.beside}
    subject = maker.subject
    sheets = shapes[subject.shape](*places, periods)
    title = subject.title.format(place=name)
    return Paper(maker.doc, subject, title, name, periods[0].year + 1, maker.markdown, sheets)


def named(name: str) -> Place:
    """Return a place that is named as it is printed, in every language."""
    return Place(name, (("ja", (name,)), ("en", (name,)), ("zh", (name,)), ("ko", (name,))))


def direction(source: Words, target: Words) -> Place:
    """Return a direction of trade in several wordings, some from the side of the buyer."""
    return Place(
        f"{source.ja}から{target.ja}への輸出品",
        (
            ("ja", (f"{source.ja}から{target.ja}への輸出", f"{source.ja}の{target.ja}向け輸出",
                    f"{source.ja}の対{target.ja}輸出", f"{target.ja}の{source.ja}からの輸入")),
            ("en", (f"exports from {source.en} to {target.en}", f"{source.en}'s exports to {target.en}")),
            ("zh", (f"{source.zh}对{target.zh}的出口", f"{source.zh}向{target.zh}的出口")),
            ("ko", (f"{source.ko}의 대{target.ko} 수출", f"{source.ko}에서 {target.ko}로의 수출")),
        ),
    )  # fmt: skip


class SheetMaker:
    """Draws the tables of one document."""

    def __init__(self, drawing: Drawing, subject: Subject, doc: str, *, markdown: bool) -> None:
        self._drawing = drawing
        self._pick = drawing.pick
        self.subject = subject
        self.markdown = markdown
        self.doc = doc
        self._coded = bool(subject.code) and (subject.shape == "directions" or self._pick.random() < 0.6)
        self._ranked = markdown or self._pick.random() < 0.5

    def directions(self, there: Place, back: Place, periods: Sequence[Period]) -> tuple[Sheet, ...]:
        """Draw the top of one direction in two periods, and of the other under the first one's label."""
        measure = self._pick.choice(self.subject.measures)
        unit = self._pick.choice(measure.units)
        now, then = (Column(measure, unit, period) for period in periods)
        items, others = self._items(8), self._items(7)
        late = self._rows(items, (now,))
        early = self._rows(self._moved(items), (then,), late)
        backward = self._rows(others, (now,))
        return (
            self._sheet(there, "表1", (now,), late, "tabs"),
            self._sheet(back, "", (now,), backward, "glued"),
            self._sheet(there, "表2", (then,), early, "glued"),
        )

    def apart(self, place: Place, _: Place, periods: Sequence[Period]) -> tuple[Sheet, ...]:
        """Draw two measures side by side, in two tables of a period each; one cell is empty."""
        items = self._items(7)
        columns = [[Column(m, m.units[0], period) for m in self.subject.measures[:2]] for period in periods]
        late = self._rows(items, columns[0])
        early = self._rows(self._moved(items), columns[1], late)
        late = self._emptied(late, 1)
        return (
            self._sheet(place, "表1", columns[0], late, "tabs"),
            self._sheet(place, "表2", columns[1], early, "tabs"),
        )

    def beside(self, place: Place, _: Place, periods: Sequence[Period]) -> tuple[Sheet, ...]:
        """Draw two periods side by side, and another table of two measures; one cell is empty."""
        first, *others = self.subject.measures
        unit = self._pick.choice(first.units)
        items = self._items(8)
        pair = [Column(first, unit, period) for period in reversed(periods)]
        early = self._rows(items, pair[:1])
        late = {entry.name: entry for entry in self._rows(items, pair[1:], early)}
        both = tuple(Entry(e.name, e.code, (*e.values, *late[e.name].values)) for e in early)
        mixed = [Column(measure, measure.units[0], periods[0]) for measure in others]
        return (
            self._sheet(place, "表1", pair, both, "tabs"),
            self._sheet(place, "表2", mixed, self._emptied(self._rows(items, mixed), 0), "tabs"),
        )

    def _items(self, most: int) -> list[str]:
        """Draw names: always one whole pair of which one holds the other, and no other pair."""
        pair, *rest = self._pick.sample(self.subject.pairs, len(self.subject.pairs))
        free = [*self.subject.items, *(self._pick.choice(other) for other in rest[:1])]
        items = [*pair, *self._pick.sample(free, self._pick.randint(most - 3, most - 2))]
        self._pick.shuffle(items)
        return items

    def _moved(self, items: Sequence[str]) -> list[str]:
        """Return the names of another period: two are gone, one is new."""
        free = [item for item in self.subject.items if item not in items]
        return [*self._pick.sample(items, len(items) - 2), self._pick.choice(free)]

    def _rows(self, items: Sequence[str], columns: Sequence[Column], like: Sequence[Entry] = ()) -> tuple[Entry, ...]:
        before = {entry.name: entry.values for entry in like}
        rows = []
        for item in items:
            near = before.get(item, (None,) * len(columns))
            values = tuple(self._drawing.figure(c.measure, n) for c, n in zip(columns, near, strict=True))
            rows.append(Entry(item, self._code(item), values))
        return tuple(rows)

    def _code(self, item: str) -> str:
        """Return a code: one and the same for goods everywhere, but each place has its own numbers."""
        owner = "" if self.subject.shape == "directions" else self.doc
        return self._drawing.code(self.subject.digits, f"{owner} {item}") if self._coded else ""

    def _emptied(self, rows: tuple[Entry, ...], column: int) -> tuple[Entry, ...]:
        gone = self._pick.randrange(len(rows))
        entry = rows[gone]
        values = tuple(None if at == column else value for at, value in enumerate(entry.values))
        return (*rows[:gone], Entry(entry.name, entry.code, values), *rows[gone + 1 :])

    def _sheet(
        self, place: Place, label: str, columns: Sequence[Column], rows: tuple[Entry, ...], layout: Layout
    ) -> Sheet:
        """Return a table; those of trade list the first rows, in order."""
        top = self.subject.shape == "directions"
        if top or self._pick.random() < 0.5:
            rows = tuple(sorted(rows, key=lambda entry: entry.values[0] or Decimal(0), reverse=True))
        return Sheet(
            self.doc,
            self.subject,
            place,
            label,
            tuple(columns),
            rows,
            layout="pipes" if self.markdown else layout,
            ranked=top and self._ranked and (self.markdown or layout != "glued"),
            top=top,
            parted=self._pick.random() < 0.5,
            empty=self._pick.choice(("", "", "―", "-")),
        )
