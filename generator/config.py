"""Settings of a site: where its parts lie and what it is analysed with, as mkdocs.yml tells it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.errors import BackgrounderError
from generator.model.text import Rights

#: The file that makes a folder a site.
PROJECT = "mkdocs.yml"


@dataclass(frozen=True)
class Settings:
    """All paths are absolute. `model` "" means the pipeline that comes with the program."""

    root: Path
    seeds: Path
    templates: Path
    docs: Path
    cache: Path | None
    language: str = "en"
    model: str = ""
    rights: Rights = "full"


def settings(root: Path, **changes: object) -> Settings:
    """The usual layout below a project's root, with changes."""
    root = root.resolve()
    usual: dict[str, object] = {
        "seeds": root / "seeds",
        "templates": root / "templates",
        "docs": root / "docs",
        "cache": root / ".cache" / "backgrounder",
    }
    return Settings(root=root, **{**usual, **changes})  # type: ignore[arg-type]


def of_project(root: Path) -> Settings:
    """The settings that mkdocs.yml gives in the folder `root`; the usual ones where it says nothing.

    For the commands, which run without MkDocs. BackgrounderError if the file is no YAML mapping.
    """
    said = _read(root / PROJECT)
    options = _options(said.get("plugins"))
    theme = said.get("theme")
    changes: dict[str, object] = {
        key: root / options[key] for key in ("seeds", "templates") if options.get(key)
    }
    if said.get("docs_dir"):
        changes["docs"] = root / str(said["docs_dir"])
    if "cache" in options:
        changes["cache"] = root / options["cache"] if options["cache"] else None
    if isinstance(theme, dict) and theme.get("language"):
        changes["language"] = str(theme["language"])
    return settings(root, **changes, **{key: options[key] for key in ("model", "rights") if options.get(key)})


def _options(plugins: Any) -> dict[str, Any]:
    """The options of our plugin; MkDocs takes the plugins as a list or as a mapping."""
    listed = plugins if isinstance(plugins, list) else [plugins]
    for plugin in listed:
        if isinstance(plugin, dict) and isinstance(plugin.get("backgrounder"), dict):
            return dict(plugin["backgrounder"])
    return {}


class _Lenient(yaml.SafeLoader):
    """Passes over the tags of other plugins (!ENV, !!python/name), which are none of our business."""


_Lenient.add_multi_constructor("", lambda *_: None)


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        said = yaml.load(path.read_text(encoding="utf-8"), Loader=_Lenient)  # noqa: S506 - builds plain values only
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "not UTF-8"
        raise BackgrounderError(
            f"is not YAML: {what}", path=path.name, line=mark.line + 1 if mark else 0
        ) from error
    if not isinstance(said, dict):
        raise BackgrounderError("holds no settings", path=path.name, hint="each line is `key: value`")
    return said


def packaged(name: str) -> Path:
    """A folder that comes with the program ("templates", "assets"), installed from a wheel or from the source tree.

    In a wheel they lie inside the package (pyproject.toml, force-include); in an editable install the
    source tree beside the package has them.
    """
    inside = Path(__file__).parent / f"_{name}"
    beside = Path(__file__).parent.parent / {"assets": "docs/assets"}.get(name, name)
    return inside if inside.is_dir() else beside
