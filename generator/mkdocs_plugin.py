"""The MkDocs plugin: hooks only. The one file that knows MkDocs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from generator import config as layout
from generator import hosting, pipeline
from generator.errors import BackgrounderError
from generator.render.autolink import AutolinkExtension

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

_log = get_plugin_logger("backgrounder")
#: Python-Markdown extensions that the generated Markdown is written for.
EXTENSIONS = ("attr_list", "md_in_html", "tables")


class Options(Config):
    """The plugin's options in mkdocs.yml; paths are relative to that file."""

    seeds = config_options.Type(str, default="seeds")
    templates = config_options.Type(str, default="templates")
    cache = config_options.Type(str, default=".cache/backgrounder")
    model = config_options.Type(str, default="")
    rights = config_options.Choice(("full", "excerpts"), default="full")


class BackgrounderPlugin(BasePlugin[Options]):
    """Adds the story's pages to the build as virtual files."""

    def __init__(self) -> None:
        self.autolink = AutolinkExtension()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Markdown extensions, styles and scripts that the pages need."""
        config.markdown_extensions += [e for e in EXTENSIONS if e not in config.markdown_extensions]
        config.markdown_extensions.append(self.autolink)  # type: ignore[arg-type]
        config.extra_css += [name for name in hosting.STYLES if name not in config.extra_css]
        config.extra_javascript += [name for name in hosting.SCRIPTS if name not in config.extra_javascript]
        early = config.extra.setdefault("polyfills", [])
        early += [name for name in hosting.FIRST if name not in early]
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """The story's pages, its data, and the package's assets where the site has none of its own."""
        try:
            self.told = pipeline.told(self._settings(config), progress=_log.info)
        except BackgrounderError as error:
            raise PluginError(str(error)) from error
        for path, content in self.told.files.items():
            if files.get_file_from_path(path) is None:
                file = File.generated(config, path, content=content)
                if path in self.told.quiet:
                    file.inclusion = InclusionLevel.NOT_IN_NAV
                files.append(file)
        return files

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: Any) -> str:
        """Tell the auto-linker which page it is on; generated pages have their links already."""
        path = page.file.src_uri
        self.autolink.cut = None if path in self.told.files else self.told.cutter(path)
        return markdown

    def on_post_page(self, output: str, /, **_: Any) -> str:
        """Links that a browser can follow without a server."""
        return hosting.direct_links(output)

    @event_priority(-50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """A search index that works without a server; after the search plugin wrote its own."""
        hosting.direct_search(Path(config.site_dir))

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watch what the pages are made from."""
        settings = self._settings(config)
        for folder in (settings.seeds, settings.templates):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _settings(self, config: MkDocsConfig) -> layout.Settings:
        root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        language = str(config.theme.get("language") or "en")
        rights: Literal["full", "excerpts"] = "excerpts" if self.config.rights == "excerpts" else "full"
        return layout.settings(
            root,
            seeds=root / self.config.seeds,
            templates=root / self.config.templates,
            cache=root / self.config.cache if self.config.cache else None,
            language=language,
            model=self.config.model,
            rights=rights,
        )
