"""Forms of date: what spares the search loses none."""

import ast
from pathlib import Path

from generator.knowledge import vocabulary
from generator.recognise.dates_forms import FORMS

#: Every text that the tests of dates hold, and the names that stand for days.
TEXTS = {
    node.value
    for path in sorted(Path(__file__).parent.glob("test_dates*.py"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
} | {f"on {name} 2024." for key in ("holidays", "famous") for name in vocabulary.load("dates")[key]}
MORE = """the first Tuesday in May 2024; 3 May 2024 to 5 June 2024; 3 May - 5 June 2024; May 3 and 5; 3 and 5 May; the weekend of May 3
Monday of last week; nineteen ninety-five; in twenty eleven; the year two thousand; last May; late May; early in the month; year's end
spring of last year; the June quarter; Q3 of 2024; the latest period; the rest of the year; the first half of 2024; the second half
two days ago; a week earlier; later in the day; the week of May 3; the same month; a year ago; 2023-24; the 1990s; mid-2024; the '90s
2024-05-03; 3/5/2024; tomorrow; this morning; the next week; the coming weekend; of this year; March 3, 2024; 3 March; the third quarter"""


def test_a_form_is_found_wherever_its_pattern_matches():
    texts = sorted({*TEXTS, *MORE.replace("\n", "; ").split("; ")})
    met = set()
    for form in FORMS:
        for text in (*texts, *(t.upper() for t in texts)):
            matches = [m.span() for m in form.pattern.finditer(text)]
            assert [m.span() for m in form.found_in(text, text.lower())] == matches, (form.name, text)
            met |= {form.name} if matches else set()
    assert {form.name for form in FORMS} - met == set()


def test_signs_are_of_forms_that_there_are():
    assert {*vocabulary.load("dates")["signs"]} <= {form.name for form in FORMS}
