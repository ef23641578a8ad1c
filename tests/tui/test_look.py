"""A choice made in the reader goes before the configuration, until the configuration changes."""

from __future__ import annotations

from tui.look import Look, chosen, remembering, settled
from tui.state import State


def at_the_end(configured: Look, state: State, **choices: object) -> State:
    """The state after a session in which this was chosen."""
    state = settled(configured, state)
    first = chosen(configured, state)
    values = {
        name: choices.get(name, getattr(first, name)) for name in ("theme", "width", "margin")
    }
    return remembering(state, first, Look(**values))  # type: ignore[arg-type]


def seen(configured: Look, state: State) -> Look:
    return chosen(configured, settled(configured, state))


def test_without_a_choice_it_is_as_configured() -> None:
    wanted = Look("nord", 60, margin=False, plain=True, bidi="off")
    assert seen(wanted, State()) == wanted
    assert seen(Look(), at_the_end(wanted, State())) == Look()


def test_a_choice_is_remembered() -> None:
    configured = Look("nord", 60)
    state = at_the_end(configured, State(), theme="dracula", width=64, margin=False)
    assert seen(configured, state) == Look("dracula", 64, margin=False)
    assert seen(configured, at_the_end(configured, state)) == Look("dracula", 64, margin=False)


def test_a_changed_configuration_goes_before_it() -> None:
    state = at_the_end(Look(), State(), theme="dracula", width=64)
    changed = Look("nord")
    assert seen(changed, state) == Look("nord", 64)
    # For good: what was chosen over another configuration does not come back with it.
    later = at_the_end(changed, state)
    assert seen(Look(), later) == Look(width=64)


def test_what_an_earlier_version_kept_goes_before_the_defaults_only() -> None:
    assert seen(Look(), State(theme="dracula")).theme == "dracula"
    assert seen(Look("nord"), State(theme="dracula")).theme == "nord"


def test_a_width_out_of_range_is_brought_into_it() -> None:
    assert seen(Look(), State(width=9_999)).width == 120
    assert seen(Look(), State(width=0)).width == 30
