"""The MkDocs plugin: hooks only. The one file that knows MkDocs."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urljoin

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import ConfigurationError, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import get_toc

from generator import config as layout
from generator import hosting, pipeline
from generator.conversions import Conversions
from generator.errors import BackgrounderError, of_system
from generator.knowledge.labels import load_labels
from generator.render.autolink import AutolinkExtension

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

_log = get_plugin_logger("backgrounder")
#: Python-Markdown extensions that the generated Markdown is written for.
EXTENSIONS = ("attr_list", "md_in_html", "tables")


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml; paths are relative to that file."""

    seeds = config_options.Type(str, default="seeds")
    templates = config_options.Type(str, default="templates")
    cache = config_options.Type(str, default=".cache/backgrounder")
    model = config_options.Type(str, default="")
    rights = config_options.Choice(("full", "excerpts"), default="full")


def _late(name: str) -> config_options.ExtraScriptValue:
    """A script that holds up no paint."""
    script = config_options.ExtraScriptValue(name)
    script.defer = True
    return script


class BackgrounderPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Adds the story's pages to the build as virtual files."""

    def __init__(self) -> None:
        self.autolink = AutolinkExtension()
        self.serving = False
        self.problem = ""
        self.pictures: dict[str, bytes] = {}
        self.server: LiveReloadServer | None = None
        self.watched: set[Path] = set()
        self.site = Path()

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - MkDocs' names
        """Know a preview; having this hook also keeps this instance alive over a preview's rebuilds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Markdown extensions, styles and scripts that the pages need. ConfigurationError for a misplaced cache."""
        self._check(self._settings(config))
        self.site = Path(config.site_dir)
        config.markdown_extensions += [e for e in EXTENSIONS if e not in config.markdown_extensions]
        config.markdown_extensions.append(self.autolink)  # type: ignore[arg-type]
        config.extra_css += [name for name in hosting.STYLES if name not in config.extra_css]
        config.extra_javascript += [
            _late(name) for name in hosting.SCRIPTS if name not in config.extra_javascript
        ]
        self._dress(config)
        self._word(config)
        return config

    @staticmethod
    def _word(config: MkDocsConfig) -> None:
        """What Python-Markdown says in English, in the language of the site."""
        try:
            labels = load_labels(str(config.theme.get("language") or "en"))
        except BackgrounderError:  # a language without a catalogue is told with the story
            return
        config.mdx_configs.setdefault("toc", {}).setdefault("permalink_title", labels.text("permalink"))

    @staticmethod
    def _dress(config: MkDocsConfig) -> None:
        """The theme's pages with our parts, behind a site's own overrides; our icon unless it has one."""
        ours = str(layout.packaged("templates") / "theme")
        if ours not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, ours)
        if config.theme.get("favicon") in (None, "assets/images/favicon.png"):
            config.theme["favicon"] = hosting.ICON

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Tell the story before MkDocs clears the last site, so that an error leaves that one standing.

        A preview that starts with an error shows a site without a story, and the error.
        """
        settings = self._settings(config)
        self._watch(settings)
        self.problem = ""
        try:
            self.told = pipeline.told(settings, progress=_log.info)
            for notice in self.told.notices:
                _log.warning("%s", notice)
            for draft in self.told.knowledge.drafts:
                _log.info("%s: a draft, left out until it is filled in", draft.path)
        except (BackgrounderError, OSError) as error:
            self.problem = str(of_system(error))
            if self.server:  # MkDocs tells a build error once a preview, however often it comes back
                raise MkDocsException(self.problem) from error
            if not self.serving:
                raise PluginError(self.problem) from error
            self.told = pipeline.untold(settings)
            _log.error("%s", self.problem)

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """The story's pages, its data, and the package's assets where the site has none of its own."""
        taken = {file.dest_uri for file in files}
        for path, content in self.told.files.items():
            if path not in taken and files.get_file_from_path(path) is None:
                file = File.generated(config, path, content=content)
                if path in self.told.quiet:
                    file.inclusion = InclusionLevel.NOT_IN_NAV
                files.append(file)
        self.pictures = self._pictures(config)
        for path, content in self.pictures.items():
            files.append(File.generated(config, hosting.picture(path), content=content))
        self.conversions = self._conversions(config)
        return files

    def _conversions(self, config: MkDocsConfig) -> Conversions:
        """What the last builds made of pages by the same extensions; ours links nothing on generated ones."""
        folder = pipeline.shelf(self._settings(config), "html")
        extensions: list[object] = [*config.markdown_extensions]
        extensions.remove(self.autolink)
        return Conversions(folder, extensions, (config.mdx_configs, config.validation), get_toc)

    def _pictures(self, config: MkDocsConfig) -> dict[str, bytes]:
        """Pictures for those who share a page: they need the site's full address, and a preview has no use for them."""
        if not config.site_url or self.serving:
            return {}
        return pipeline.pictures(self.told, self._settings(config), config.site_name)

    def on_env(self, env: Any, /, *, config: MkDocsConfig, **_: Any) -> Any:
        """What the theme's overrides (templates/theme) ask for: fixed wordings, and each page's JSON-LD."""
        labels = load_labels(self._settings(config).language if self.told.site.pages else "en")
        base = config.site_url or ""
        pictures = {path: urljoin(base, hosting.picture(path)) for path in self.pictures}
        data = {p.path: hosting.illustrated(p.data, pictures.get(p.path, "")) for p in self.told.site.pages}
        scripts = {"early": hosting.EARLY, "first": hosting.FIRST}
        env.bytecode_cache = self.compiled = pipeline.compiled(self._settings(config))
        env.globals["backgrounder"] = {"t": labels.text, "data": data, "pictures": pictures, **scripts}
        return env

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: Any) -> str:
        """Tell the auto-linker which page it is on; generated pages have their links already.

        MkDocs asks its plugins about a page's Markdown and about its HTML, not about what comes between.
        """
        path, ours = page.file.src_uri, page.file.src_uri in self.told.files
        self.autolink.cut = None if ours else self.told.cutter(path)
        links = b"" if ours else self.told.linking
        render = page.render

        def converted(config: MkDocsConfig, files: Files) -> None:
            self.conversions.convert(page, files, functools.partial(render, config), links)

        page.render = converted  # type: ignore[method-assign]
        return markdown

    def on_post_page(self, output: str, /, **_: Any) -> str:
        """Links that a browser can follow without a server."""
        return hosting.direct_links(output)

    @event_priority(-50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """A search index that works without a server; after the search plugin wrote its own."""
        self.conversions.shelf.tidy()
        self.compiled.store.tidy()
        hosting.direct_search(Path(config.site_dir))
        if self.problem:
            hosting.tell_problem(Path(config.site_dir), self.problem)

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        """Keep what went wrong; MkDocs tells a preview no more than that something did.

        A site that cannot be written is told like any problem; MkDocs would print its own stack.
        """
        refused = hosting.refused(error, self.site)
        self.problem = str(refused or error)
        if refused:
            raise PluginError(f"backgrounder: {self.problem}") from error

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch what the pages are made from, and tell errors where the editor looks."""
        self.server = server
        server.builder = self._forgiving(builder, Path(config.site_dir))
        self._watch(self._settings(config))
        return server

    def _forgiving(self, builder: Callable[..., None], site: Path) -> Callable[[], None]:
        """A rebuild whose failure keeps the last good site up, with the error at the foot of every page."""

        def rebuild() -> None:
            self.problem = ""
            try:
                builder()
            except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, the preview goes on
                told = self.problem or str(error)
                _log.error("%s", told, exc_info=not isinstance(error, MkDocsException))
                hosting.tell_problem(site, told)

        return rebuild

    def _watch(self, settings: layout.Settings) -> None:
        """Watch the folders that there are; one that was made during the preview from the next build on."""
        for folder in (settings.seeds, settings.templates, layout.packaged("templates")):
            if self.server and folder.is_dir() and folder not in self.watched:
                self.server.watch(str(folder))
                self.watched.add(folder)

    @staticmethod
    def _check(settings: layout.Settings) -> None:
        """A cache in a watched folder would be seen as an edit: a preview would build for ever."""
        watched = (settings.docs, settings.seeds, settings.templates)
        if settings.cache and any(settings.cache.resolve().is_relative_to(f.resolve()) for f in watched):
            raise ConfigurationError(
                "backgrounder: `cache` lies in a folder of the site; name one beside them"
            )

    def _settings(self, config: MkDocsConfig) -> layout.Settings:
        root = Path(config.config_file_path).parent.resolve() if config.config_file_path else Path.cwd()
        language = str(config.theme.get("language") or "en")
        rights: Literal["full", "excerpts"] = "excerpts" if self.config.rights == "excerpts" else "full"
        return layout.settings(
            root,
            seeds=root / self.config.seeds,
            templates=root / self.config.templates,
            docs=Path(config.docs_dir),
            cache=root / self.config.cache if self.config.cache else None,
            language=language,
            model=self.config.model,
            rights=rights,
        )
