"""The page for editors: its example is a good entry, and its table names every key."""

import re
from pathlib import Path

from generator.knowledge import load_knowledge
from generator.knowledge.schema import ENTRY

PAGE = (Path(__file__).parents[2] / "docs" / "editing.md").read_text(encoding="utf-8")


def test_the_example_loads(tmp_path: Path) -> None:
    example = re.search(r"```markdown\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    path = tmp_path / "seeds" / "glossary" / "international-criminal-court.md"
    path.parent.mkdir(parents=True)
    path.write_text(example.group(1), encoding="utf-8")
    entry = load_knowledge(tmp_path / "seeds").get("international-criminal-court")
    assert entry is not None
    assert entry.section == "glossary"


def test_the_table_names_every_key_and_no_other() -> None:
    table = PAGE.partition("## The keys")[2].partition("\n## ")[0]
    keys = {
        key
        for row in re.findall(r"^\| (`[^|]*) \|", table, re.MULTILINE)
        for key in re.findall(r"`(\w+)`", row)
    }
    assert keys == set(ENTRY)
