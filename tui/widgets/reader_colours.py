"""Colours of the reading pane: theme variables, the component classes that use them, their CSS.

Six hues, chosen to be told apart by colour-blind eyes, are moved towards black or white until
they stand out from the theme's background by `CONTRAST`, so every theme is legible. A theme may
set any of the variables itself. ANSI themes use the terminal's own sixteen colours.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

from tui.hues import ON_DARK, ON_LIGHT, UNRESOLVED_ON_DARK, UNRESOLVED_ON_LIGHT
from tui.voice_signs import HUES, hue_name

__all__ = ["COMPONENT_CLASSES", "CONTRAST", "CSS", "THEME_VARIABLES", "contrast", "theme_variables"]

CONTRAST = 4.5
"""The least contrast of any text to what it stands on, as WCAG 2 reckons it."""

THEME_VARIABLES: Mapping[str, str] = {
    **{hue_name(hue): f"the {hue}. voice's own words" for hue in range(1, HUES + 1)},
    "voice-more": "the words of further voices",
    **{
        f"{hue_name(hue)}-faint": f"the {hue}. voice's reported words" for hue in range(1, HUES + 1)
    },
    "voice-more-faint": "the reported words of further voices",
    "voice-unresolved": "words in marks that nobody could be credited with",
    "reader-quiet": "furniture, labels without a voice",
    "reader-paragraph": "ground of the paragraph the cursor is in",
    "reader-quotation": "ground of the quotation the cursor is in",
    "reader-cursor": "the cursor's sign",
    "reader-hit": "ground of a search hit",
    "reader-hit-current": "ground of the search hit just gone to",
    "reader-hit-ink": "the words of a search hit",
    "reader-hit-mark": "the ribbon's sign for a search hit",
    "reader-hit-current-ink": "the words of the search hit just gone to",
    "reader-selection": "ground of what is selected with the mouse",
    "reader-selection-ink": "the words selected",
    "evidence-source": "ground of the words that name who speaks",
    "evidence-cue": "ground of the words that say that they speak",
    "evidence-basis": "ground of the words elsewhere that decide",
    "evidence-ink": "the words of the evidence",
}
"""The variables the reading pane needs besides Textual's own, and what each is for."""

_LIGHTS_DARK = {
    "reader-hit": "#574812",
    "reader-hit-ink": "#fff1c2",
    "reader-hit-current": "#ffb52e",
    "reader-hit-current-ink": "#141414",
    "evidence-source": "#1c5068",
    "evidence-cue": "#2d5a2a",
    "evidence-basis": "#573d75",
    "evidence-ink": "#f6f6f6",
}
_LIGHTS_LIGHT = {
    "reader-hit": "#ffe594",
    "reader-hit-ink": "#1c1c1c",
    "reader-hit-current": "#ffb02e",
    "reader-hit-current-ink": "#1c1c1c",
    "evidence-source": "#a9d9f2",
    "evidence-cue": "#bfe6ad",
    "evidence-basis": "#e2cbf5",
    "evidence-ink": "#1c1c1c",
}
_ANSI_DARK = ("cyan", "yellow", "green", "magenta", "blue", "white")
_ANSI_LIGHT = ("blue", "green", "magenta", "cyan", "yellow", "black")
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)


def theme_variables(theme: Theme) -> dict[str, str]:
    """A value for each of `THEME_VARIABLES` that suits `theme`.

    To be returned by `App.get_theme_variable_defaults`, so that what a theme sets goes first.
    """
    if theme.ansi:
        return _ansi_variables(dark=theme.dark)
    generated = theme.to_color_system().generate()
    paper = Color.parse(generated["background"])
    ink = Color.parse(generated["foreground"])
    ink = (paper + ink).with_alpha(1)
    paragraph = paper.blend(ink, 0.045)
    quotation = paper.blend(ink, 0.11)
    # The quotation's ground is nearest to the ink, so what is legible there is so everywhere.
    grounds = (paper, paragraph, quotation)
    selection = paper.blend(Color.parse(generated["primary"]), 0.45 if theme.dark else 0.25)
    lights = _LIGHTS_DARK if theme.dark else _LIGHTS_LIGHT
    variables = {
        "voice-more": _legible(ink, grounds),
        "voice-more-faint": _legible(ink.blend(paper, 0.15), grounds),
        "voice-unresolved": _legible(
            Color.parse(UNRESOLVED_ON_DARK if theme.dark else UNRESOLVED_ON_LIGHT), grounds
        ),
        "reader-quiet": _legible(ink.blend(paper, 0.45), grounds),
        "reader-paragraph": paragraph,
        "reader-quotation": quotation,
        "reader-cursor": _legible(Color.parse(generated["primary"]), grounds),
        "reader-hit-mark": _legible(Color.parse(lights["reader-hit-current"]), grounds),
        "reader-selection": selection,
        "reader-selection-ink": _legible(ink, (selection,)),
        **{name: Color.parse(colour) for name, colour in lights.items()},
    }
    for hue, colour in enumerate(ON_DARK if theme.dark else ON_LIGHT, start=1):
        full = _legible(Color.parse(colour), grounds)
        variables[hue_name(hue)] = full
        variables[f"{hue_name(hue)}-faint"] = _legible(full.blend(ink, 0.45), grounds)
    return {name: colour.hex for name, colour in variables.items()}


def _ansi_variables(*, dark: bool) -> dict[str, str]:
    # Red is kept for what is unresolved. Dark terminals show the bright colours best.
    names = _ANSI_DARK if dark else _ANSI_LIGHT
    bright = "ansi_bright_" if dark else "ansi_"
    variables = {hue_name(hue): f"{bright}{name}" for hue, name in enumerate(names, start=1)}
    variables["voice-more"] = "ansi_default"
    variables |= {f"{name}-faint": colour for name, colour in variables.items()}
    return variables | {
        "voice-unresolved": f"{bright}red",
        "reader-quiet": "ansi_default",
        # The ground of a terminal whose colours are not known stays as it is.
        "reader-paragraph": "ansi_default",
        "reader-quotation": "ansi_default",
        "reader-cursor": f"{bright}blue",
        "reader-hit": "ansi_yellow",
        "reader-hit-current": "ansi_bright_yellow",
        "reader-hit-ink": "ansi_black",
        "reader-hit-mark": "ansi_bright_yellow" if dark else "ansi_yellow",
        "reader-hit-current-ink": "ansi_black",
        "reader-selection": "ansi_cyan",
        "reader-selection-ink": "ansi_black",
        "evidence-source": "ansi_cyan",
        "evidence-cue": "ansi_green",
        "evidence-basis": "ansi_magenta",
        "evidence-ink": "ansi_black",
    }


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, from 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _legible(colour: Color, grounds: tuple[Color, ...]) -> Color:
    """`colour`, as little nearer to black or white as makes it stand out from all `grounds`."""
    towards = max(
        (_BLACK, _WHITE), key=lambda pole: min(contrast(pole, ground) for ground in grounds)
    )
    for step in range(21):
        moved = colour.blend(towards, step / 20)
        if min(contrast(moved, ground) for ground in grounds) >= CONTRAST:
            return moved
    return towards


_HUE_NAMES = [hue_name(hue) for hue in (*range(1, HUES + 1), None)]

COMPONENT_CLASSES = frozenset(
    {f"reader--{name}{suffix}" for name in _HUE_NAMES for suffix in ("", "-faint")}
    | {
        "reader--carried",
        "reader--cursor",
        "reader--direct",
        "reader--evidence-basis",
        "reader--evidence-content",
        "reader--evidence-cue",
        "reader--evidence-link",
        "reader--evidence-source",
        "reader--furniture",
        "reader--heading",
        "reader--hit",
        "reader--inferred",
        "reader--hit-current",
        "reader--hit-mark",
        "reader--paragraph",
        "reader--quiet",
        "reader--quotation",
        "reader--selection",
        "reader--term",
        "reader--unresolved",
        "reader--unresolved-label",
    }
)

_VOICES_CSS = "\n".join(
    f"ReaderCanvas > .reader--{name}{suffix} {{ color: ${name}{suffix}; }}"
    for name in _HUE_NAMES
    for suffix in ("", "-faint")
)
# Greys of the hues would make the quoted words fainter than the rest.
_NO_COLOR_CSS = "\n".join(
    f"ReaderCanvas:nocolor > .reader--{name} {{ color: $foreground; }}" for name in _HUE_NAMES
)

CSS = f"""
ReaderCanvas {{
    background: $background;
    color: $foreground;
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-size-vertical: 2;
}}
{_VOICES_CSS}
ReaderCanvas > .reader--carried {{ text-style: italic; }}
ReaderCanvas > .reader--inferred {{ text-style: italic; }}
ReaderCanvas > .reader--unresolved {{ color: $voice-unresolved; text-style: underline; }}
ReaderCanvas > .reader--unresolved-label {{ color: $voice-unresolved; }}
ReaderCanvas > .reader--quiet {{ color: $reader-quiet; }}
ReaderCanvas > .reader--furniture {{ color: $reader-quiet; }}
ReaderCanvas > .reader--heading {{ text-style: bold; }}
ReaderCanvas > .reader--term {{ text-style: italic; }}
ReaderCanvas > .reader--paragraph {{ background: $reader-paragraph; }}
ReaderCanvas > .reader--quotation {{ background: $reader-quotation; }}
ReaderCanvas > .reader--cursor {{ color: $reader-cursor; text-style: bold; }}
ReaderCanvas > .reader--hit {{ background: $reader-hit; color: $reader-hit-ink; }}
ReaderCanvas > .reader--hit-current {{
    background: $reader-hit-current; color: $reader-hit-current-ink; text-style: bold;
}}
ReaderCanvas > .reader--hit-mark {{ color: $reader-hit-mark; text-style: bold; }}
ReaderCanvas > .reader--evidence-source {{
    background: $evidence-source; color: $evidence-ink; text-style: bold;
}}
ReaderCanvas > .reader--evidence-cue {{
    background: $evidence-cue; color: $evidence-ink; text-style: underline;
}}
ReaderCanvas > .reader--evidence-basis {{
    background: $evidence-basis; color: $evidence-ink; text-style: italic;
}}
ReaderCanvas > .reader--evidence-link {{
    background: $evidence-source; color: $evidence-ink; text-style: italic underline;
}}
ReaderCanvas > .reader--evidence-content {{ background: $reader-quotation; }}
ReaderCanvas > .reader--selection {{
    background: $reader-selection; color: $reader-selection-ink;
}}
{_NO_COLOR_CSS}
ReaderCanvas:nocolor > .reader--direct {{ text-style: bold; }}
ReaderCanvas:nocolor > .reader--inferred {{ text-style: italic underline; }}
ReaderCanvas:nocolor > .reader--hit {{ text-style: underline; }}
ReaderCanvas:nocolor > .reader--hit-current {{ text-style: bold reverse; }}
ReaderCanvas:nocolor > .reader--evidence-source {{ text-style: reverse; }}
ReaderCanvas:nocolor > .reader--selection {{ text-style: reverse; }}
ReaderCanvas:ansi > .reader--quiet {{ text-style: dim; }}
ReaderCanvas:ansi > .reader--furniture {{ text-style: dim; }}
ReaderCanvas:ansi > .reader--inferred {{ text-style: italic underline; }}
ReaderCanvas:ansi > .reader--direct {{ text-style: bold; }}
"""
