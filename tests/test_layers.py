"""The tree is the pipeline: who may import whom, and which file alone knows which library."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "generator"
STAGES = ("read", "recognise", "resolve", "extract", "assemble", "render", "publish")
BASE = {"model": {"model"}, "knowledge": {"model", "errors", "knowledge"}}
ALLOWED = {**BASE, **{stage: {"model", "knowledge", "errors", stage} for stage in STAGES}}
#: The one file (or files, where a library's types are shared) that may import each library.
ONLY = {
    "mkdocs": {"mkdocs_plugin.py"},
    "jinja2": {"render/templates.py"},
    "PIL": {"render/social.py"},
    "spacy": {"recognise/linguist.py"},
    "click": {"cli.py"},
    "trafilatura": {"read/page.py", "read/page_metadata.py"},
}
FILES = sorted(path for path in ROOT.rglob("*.py"))


def imports(path: Path) -> list[str]:
    """Every module that a file imports, wherever in the file the import stands."""
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found += [_imported(node.module or "", alias.name) for alias in node.names]
    return found


def _imported(module: str, name: str) -> str:
    """The module that `from module import name` loads: the submodule where the name is one."""
    inside = ROOT.parent.joinpath(*module.split("."), name)
    return f"{module}.{name}" if inside.with_suffix(".py").is_file() or inside.is_dir() else module


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_stage_knows_only_the_rooms_below_it(path):
    room = path.relative_to(ROOT).parts[0]
    if room in ALLOWED:
        ours = {name.split(".")[1] for name in imports(path) if name.startswith("generator.")}
        assert ours <= ALLOWED[room]


@pytest.mark.parametrize("library", sorted(ONLY))
def test_one_file_alone_knows_each_library(library):
    users = {
        p.relative_to(ROOT).as_posix() for p in FILES if any(n.split(".")[0] == library for n in imports(p))
    }
    assert users <= ONLY[library]


def test_there_are_no_import_cycles():
    graph = {_module(p): {n for n in imports(p) if n.startswith("generator")} for p in FILES}
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " → ".join((*path, module))
        if module in done or module not in graph:
            return
        for other in sorted(graph[module]):
            visit(other, (*path, module))
        done.add(module)

    for module in graph:
        visit(module, ())


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_modules_and_functions_stay_short_and_say_what_they_are_for(path):
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert text.count("\n") <= 300
    assert ast.get_docstring(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 50, node.name


def test_the_middle_function_is_at_most_eight_lines_long():
    lengths = sorted(
        node.end_lineno - node.body[_docstring(node)].lineno + 1
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and len(node.body) > _docstring(node)
    )
    assert lengths[len(lengths) // 2] <= 8


def _docstring(node: ast.FunctionDef) -> int:
    """1 if the first statement is a docstring."""
    return int(ast.get_docstring(node) is not None)
