"""Expressions of time as English news, minutes and essays print them, read on the day of `PUBLISHED`."""

from __future__ import annotations

import re

import pytest

from tests.corpus.structure.time_tables import lines, said

READ = r"""
two years earlier | 1929 | The ferry had sunk in May 1931; two years earlier it had been refitted.
Two years earlier | 1929 | The ferry sank in May 1931. Two years earlier, it had been refitted.
mid-March 2026 | 2026-03 | The work will be finished by mid-March 2026.
mid-March | 2025-03 | The work was to be finished by mid-March.
mid-June | 2025-06 | The work will be finished by mid-June.
The following spring | 1932-03/1932-05 | The road opened in October 1931. The following spring it was closed.
the following spring | 1932-03/1932-05 | The road opened in October 1931 and closed the following spring.
the following autumn | 1932-09/1932-11 | The road opened in October 1931. By the following autumn it was closed.
That winter | 1931-12/1932-02 | The road opened in October 1931. That winter it was closed.
that month | 1931-10 | The road opened in October 1931. Later that month it was closed.
Three months later | 1932-01 | The road opened in October 1931. Three months later it was closed.
Ten years on | 1941 | The road opened in October 1931. Ten years on, it was closed.
A fortnight later | 1931-10-17 | The road opened on 3 October 1931. A fortnight later it was closed.
The day before | 1931-10-02 | The road opened on 3 October 1931. The day before, it had rained.
a year earlier | 1930 | The road opened on 3 October 1931, and a year earlier a bridge had been built.
last month | 2025-02 | The council voted on the plan last month.
last month | 2025-02 | The council voted late last month.
next month | 2025-04 | The council will vote early next month.
end of next month | 2025-04 | The council will vote at the end of next month.
end of this year | 2025-12 | The council will vote at the end of this year.
last autumn | 2024-09/2024-11 | The council voted last autumn.
last spring | 2024-03/2024-05 | The council voted last spring.
this summer | 2025-06/2025-08 | The council will vote this summer.
three years ago | 2022 | The council voted three years ago.
two weeks ago | 2025-03-10 | The council voted two weeks ago.
ten days ago | 2025-03-14 | The council voted ten days ago.
six months ago | 2024-09 | The council voted six months ago.
a year ago | 2024 | The council voted a year ago.
last Friday | 2025-03-21 | The council voted last Friday.
first half of 2024 | 2024-01/2024-06 | The council voted in the first half of 2024.
third quarter of 2024 | 2024-07/2024-09 | The council voted in the third quarter of 2024.
second half of last year | 2024-07/2024-12 | Sales fell in the second half of last year.
Q3 2024 | 2024-07/2024-09 | Sales fell in Q3 2024.
early 1930s | 1930/1939 | The mill was built in the early 1930s.
late 1890s | 1890/1899 | The mill was built in the late 1890s.
mid-1950s | 1950/1959 | The mill was built in the mid-1950s.
late nineteenth century | 1801/1900 | The mill was built in the late nineteenth century.
18th century | 1701/1800 | The mill was built in the 18th century.
1931 | 1931 | The mill was built in late 1931.
early March 1931 | 1931-03 | The mill was built in early March 1931.
summer of 1931 | 1931-06/1931-08 | The mill burned in the summer of 1931.
same year | 1931 | The mill opened in 1931. The same year, a school was built.
previous year | 1930 | The mill opened in 1931. In the previous year, a school was built.
year after | 1932 | The mill opened in 1931. The year after that, a school was built.
November of that year | 1931-11 | The mill opened in April 1931 and shut in the November of that year.
next morning | 1931-04-04 | The mill opened on April 3, 1931. The next morning it rained.
FY2023 | 2023 | Rates rose in FY2023.
Two years later | 1933 | The mill opened in 1931. Two years later it was sold.
two years later | 1933 | The mill, which opened in 1931, was sold two years later.
Two years earlier | 1929 | The mill opened in 1931. Two years earlier its owner had gone bankrupt.
The following year | 1932 | The mill opened in May 1931. The following year it was sold.
The following year | 1932 | The mill opened in May 1931.\n\nThe following year it was sold.
end of the following year | 1932-12 | The mill opened in May 1931. By the end of the following year it had been sold.
autumn of that year | 1931-09/1931-11 | The mill opened in May 1931. It was sold in the autumn of that year.
that year | 1931 | The mill opened in May 1931. Later that year it was sold.
same year | 1931 | The mill opened in May 1931. That same year it was sold.
That night | 1931-05-03 | The mill opened on 3 May 1931. That night it burned.
same day | 1931-05-03 | The mill opened on 3 May 1931. On the same day a school was opened.
A week later | 1931-05-10 | The mill opened on 3 May 1931. A week later it burned.
following month | 2024-07 | The council agreed the plan in June 2024. The following month it was published.
three months later | 2024-09 | The council agreed the plan in June 2024 and published it three months later.
June | 2025-06 | The council will decide in early June.
following month | 2025-07 | The council will decide by mid-June, and report the following month.
two years later | 2028 | Works begin next spring. The bridge will open two years later.
Two years later | 1933 | The mill opened in 1931. It employed forty people. Two years later it was sold.
five years ago | 2020 | The chapel closed five years ago.
a decade ago | 2015 | The chapel closed a decade ago.
last Tuesday | 2025-03-18 | The chapel was sold last Tuesday.
Three decades later | 1934 | The chapel opened in 1904. Three decades later it was sold.
Two weeks earlier | 1904-04-20 | The chapel opened on 4 May 1904. Two weeks earlier the roof had fallen in.
that same month | 1904-05 | The chapel opened in May 1904; that same month the school closed.
second quarter of 2023 | 2023-04/2023-06 | Repairs began in the second quarter of 2023.
second half of next year | 2026-07/2026-12 | Repairs will begin in the second half of next year.
seventeenth century | 1601/1700 | The chapel was built in the seventeenth century.
December of that year | 1904-12 | The chapel opened in March 1904. By December of that year it had closed.
the end of the year | 2025-12 | The board will decide before the end of the year.
last winter | 2024-12/2025-02 | The chapel closed last winter.
"""
OPEN = r"""
next Wednesday | The council will vote next Wednesday.
Friday | The council voted on Friday.
Within three years | The mill opened in 1931. Within three years it had closed.
new year | The committee will report in the new year.
turn of the century | The committee met at the turn of the century.
week before | The mill opened on 3 May 1931. The week before, it had rained.
two months later | The plan was announced late last year. It was dropped two months later.
three years ago | About three years ago it closed.
three days | It is open three days a week.
two weeks later | It closed almost two weeks later.
ten years ago | more than ten years ago
last century | In the last century of the mill
next | He is on next of kin duty.
summer | the last summer of the war
spring | spring water
first quarter | He came in the first quarter of the match.
second half | in the second half of the game
hour later | an hour later it closed
years later | The chapel opened in 1904. Some years later it was sold.
ten years ago | Nearly ten years ago the chapel closed.
three days | They are three days ahead.
"""


@pytest.mark.parametrize(("quote", "value", "text"), lines(READ))
def test_it_is_read(quote: str, value: str, text: str) -> None:
    assert value in said(text, quote)


@pytest.mark.parametrize(("quote", "text"), lines(OPEN))
def test_it_is_no_date_or_stays_open(quote: str, text: str) -> None:
    assert not [value for value in said(text, quote) if re.match(r"\d", value)]
