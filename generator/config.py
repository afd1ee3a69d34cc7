"""Settings of a site: where its parts lie and what it is analysed with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.model.text import Rights


@dataclass(frozen=True)
class Settings:
    """All paths are absolute. `model` "" means the pipeline that comes with the program."""

    root: Path
    seeds: Path
    templates: Path
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
        "cache": root / ".cache" / "backgrounder",
    }
    return Settings(root=root, **{**usual, **changes})  # type: ignore[arg-type]


def packaged(name: str) -> Path:
    """A folder that comes with the program ("templates", "assets"), installed from a wheel or from the source tree.

    In a wheel they lie inside the package (pyproject.toml, force-include); in an editable install the
    source tree beside the package has them.
    """
    inside = Path(__file__).parent / f"_{name}"
    beside = Path(__file__).parent.parent / {"assets": "docs/assets"}.get(name, name)
    return inside if inside.is_dir() else beside
